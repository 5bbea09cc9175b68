# Writes the bytes of IN as `english_catalogue()` into OUT.
file(READ ${IN} bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${bytes}")
string(REGEX REPLACE "((\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..)(\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..)(\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..))" "\\1\"\n    \"" bytes "${bytes}")
file(WRITE ${OUT} "#include \"language/catalogue.hpp\"\n\nnamespace rtkeren::language {\n\nstd::string_view english_catalogue()\n{\n    static constexpr char bytes[] =\n    \"${bytes}\";\n    return {bytes, sizeof bytes - 1};\n}\n\n} // namespace rtkeren::language\n")
