#include "plan/refused_field.h"

#include "base/arabic.h"

#include <algorithm>
#include <array>
#include <string>

namespace masar::plan {
namespace {

// As base::normalised_for_search leaves them; several words as one phrase.
constexpr std::array<std::string_view, 34> coordinate_words{
    "lat",       "lats",        "latitude", "latitudes", "lon",         "long",        "lng",
    "longitude", "longitudes",  "coord",    "coords",    "coordinate",  "coordinates", "mgrs",
    "utm",       "gps",         "grid",     "grids",     "gridref",     "easting",     "northing",
    "geo",       "geolocation", "geojson",  "wkt",       "latlon",      "latlong",     "احداثي",
    "احداثيات",  "الاحداثيات",  "خط العرض", "خط الطول",  "دايره العرض", "دايره عرض"};
constexpr std::array<std::string_view, 50> personal_words{"passport",
                                                          "passports",
                                                          "passportno",
                                                          "birth",
                                                          "birthdate",
                                                          "birthday",
                                                          "dob",
                                                          "national number",
                                                          "national id",
                                                          "national no",
                                                          "nationalid",
                                                          "nationalnumber",
                                                          "emirates id",
                                                          "civil id",
                                                          "identity number",
                                                          "id number",
                                                          "ssn",
                                                          "social security",
                                                          "tel",
                                                          "telephone",
                                                          "telephones",
                                                          "phone",
                                                          "phones",
                                                          "telephone number",
                                                          "mobile",
                                                          "cellphone",
                                                          "cell",
                                                          "whatsapp",
                                                          "جواز",
                                                          "الجواز",
                                                          "جواز السفر",
                                                          "تاريخ الميلاد",
                                                          "تاريخ ميلاد",
                                                          "الميلاد",
                                                          "الرقم الوطني",
                                                          "رقم وطني",
                                                          "رقم الهويه",
                                                          "الهويه",
                                                          "الهويه الوطنيه",
                                                          "هاتف",
                                                          "الهاتف",
                                                          "هواتف",
                                                          "الهواتف",
                                                          "جوال",
                                                          "الجوال",
                                                          "متحرك",
                                                          "المتحرك",
                                                          "رقم الهاتف",
                                                          "رقم الجواز",
                                                          "موبايل"};

/// Words separated by single spaces, with one at each end, so that a phrase is found only between words.
std::string as_words(std::string_view name) {
    std::string spaced;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool camel = i > 0 && 'A' <= c && c <= 'Z' && 'a' <= name[i - 1] && name[i - 1] <= 'z';
        if (camel) spaced += ' ';
        spaced += std::string_view("-_./:()#0123456789").find(c) == std::string_view::npos ? c : ' ';
    }
    return " " + base::normalised_for_search(spaced) + " ";
}

}  // namespace

RefusedField refused_field(std::string_view name) {
    constexpr std::size_t longest = 100;  // a longer name is a text
    if (name.size() > longest) return RefusedField::none;
    const std::string words = as_words(name);
    const auto holds = [&](std::string_view refused) {
        return words.find(" " + std::string(refused) + " ") != std::string::npos;
    };
    if (std::ranges::any_of(coordinate_words, holds)) return RefusedField::coordinates;
    if (std::ranges::any_of(personal_words, holds)) return RefusedField::personal;
    return RefusedField::none;
}

}  // namespace masar::plan
