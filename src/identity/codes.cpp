#include "identity/codes.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::identity {

namespace {

constexpr std::size_t shortest_password = 8;
constexpr std::size_t longest_password = 200;

// What is tried first on Indonesian accounts, folded; shorter ones fall to the length. NordPass and SplashData lists of the years 2020-2023.
constexpr std::array commonest {
    std::string_view("12345678"),
    std::string_view("123456789"),
    std::string_view("1234567890"),
    std::string_view("87654321"),
    std::string_view("987654321"),
    std::string_view("0987654321"),
    std::string_view("11111111"),
    std::string_view("00000000"),
    std::string_view("88888888"),
    std::string_view("12341234"),
    std::string_view("11223344"),
    std::string_view("1q2w3e4r"),
    std::string_view("1q2w3e4r5t"),
    std::string_view("qwertyuiop"),
    std::string_view("qwerty123"),
    std::string_view("qwerty12"),
    std::string_view("asdfghjkl"),
    std::string_view("password"),
    std::string_view("password1"),
    std::string_view("password123"),
    std::string_view("abcd1234"),
    std::string_view("abc12345"),
    std::string_view("admin123"),
    std::string_view("administrator"),
    std::string_view("rahasia1"),
    std::string_view("rahasia123"),
    std::string_view("katasandi"),
    std::string_view("indonesia"),
    std::string_view("indonesia123"),
    std::string_view("bismillah"),
    std::string_view("bismillah123"),
    std::string_view("sayangku"),
    std::string_view("sayang123"),
    std::string_view("iloveyou"),
    std::string_view("merdeka1945"),
    std::string_view("doraemon"),
    std::string_view("anjing123"),
    std::string_view("blitar123"),
    std::string_view("rtkeren123"),
};

/// Letters of the folded text alone: "Siti.Aminah84" -> "sitiaminah".
std::string letters_of(std::string_view text)
{
    std::string letters;
    for (char const character : fold(text))
        if (character < '0' || character > '9')
            if (character != ' ' && character != '.' && character != '-' && character != '_')
                letters += character;
    return letters;
}

bool is_own_name(std::string_view password, std::string_view login, std::string_view name)
{
    auto const letters = letters_of(password);
    if (letters.empty())
        return false;
    if (letters == letters_of(login) || letters == letters_of(name))
        return true;
    return std::ranges::any_of(split(name, ' '), [&](std::string_view word) { return letters_of(word) == letters; });
}

} // namespace

std::string code_of_slip(secrets::Keys const& keys, Ulid const& slip) { return secrets::paper_code(keys, "slip.code", slip.text(), 3); }

std::string hash_of_code(secrets::Keys const& keys, std::string_view normal) { return keys.lookup("slip", normal); }

Result<void> check_new_password(std::string_view password, std::string_view login, std::string_view name)
{
    auto const length = count_characters(password);
    if (length < shortest_password)
        return Error::field("password", "identity.password_short");
    if (length > longest_password)
        return Error::field("password", "identity.password_long");
    auto const is_common = std::ranges::find(commonest, std::string_view(fold(password))) != commonest.end();
    if (is_common || is_own_name(password, login, name))
        return Error::field("password", "identity.password_common");
    return Done {};
}

} // namespace rtkeren::identity
