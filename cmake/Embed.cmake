# cmake -DOUT=x.cpp -DNAMESPACE=rtkeren::territory -DROOT=packs "-DFILES=a;b" -P Embed.cmake
# Writes the texts of FILES as `std::span<EmbeddedText const> embedded_texts()`, named by their path below ROOT.
separate_arguments(FILES)
set(code "#include \"base/embedded.hpp\"\n#include <array>\n\nnamespace ${NAMESPACE} {\n\nstd::span<rtkeren::EmbeddedText const> embedded_texts();\n\nstd::span<rtkeren::EmbeddedText const> embedded_texts()\n{\n    static constexpr rtkeren::EmbeddedText texts[] {\n")
foreach(file IN LISTS FILES)
    file(RELATIVE_PATH name ${ROOT} ${file})
    file(READ ${file} text)
    string(APPEND code "        {\"${name}\", R\"RTKEREN(${text})RTKEREN\"},\n")
endforeach()
string(APPEND code "    };\n    return texts;\n}\n\n} // namespace ${NAMESPACE}\n")
file(WRITE ${OUT} "${code}")
