#include "plan/refused_field.h"

#include <gtest/gtest.h>

namespace masar::plan {
namespace {

TEST(RefusedField, KnowsCoordinatesInBothLanguages) {
    for (const char* name : {"lat", "Longitude", "grid-ref", "venue_lat", "MGRS", "siteCoordinates", "خط الطول",
                             "إحداثيات", "دائرة العرض"})
        EXPECT_EQ(refused_field(name), RefusedField::coordinates) << name;
}

TEST(RefusedField, KnowsPersonalDataInBothLanguages) {
    for (const char* name :
         {"passport", "Passport No", "birth-date", "date_of_birth", "dob", "national-id", "National Number", "phone",
          "telephone2", "رقم الجواز", "تاريخ الميلاد", "الرقم الوطني", "رقم الهوية", "الهاتف"})
        EXPECT_EQ(refused_field(name), RefusedField::personal) << name;
}

TEST(RefusedField, LetsOtherNamesPass) {
    for (const char* name : {"name", "latest", "along", "platform", "translation", "place", "national", "number",
                             "rebirth", "telephony", "العرض", "طول", "رقم", "integrated", "holiday", ""})
        EXPECT_EQ(refused_field(name), RefusedField::none) << name;
}

}  // namespace
}  // namespace masar::plan
