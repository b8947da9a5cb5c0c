#include "planfile/new_plan_words.h"

namespace masar::planfile {
namespace {

constexpr NewPlanWords blank{
    .line = "programme",
    .line_name = {"Joint programme", "البرنامج المشترك"},
    .commitment = {"to carry out a joint programme", "تنفيذ برنامج مشترك"},
    .objective = {"The joint programme is complete", "اكتمال البرنامج المشترك"},
    .outcome = {"Both sides use the results of the programme", "استفادة الجانبين من نتائج البرنامج"},
    .output = {"Results of the programme", "نتائج البرنامج"},
    .indicator = {"Steps of the programme completed", "خطوات البرنامج المنجزة"},
    .measure = "count of steps whose completion criterion both sides have confirmed",
    .pool = "planners",
    .pool_name = {"Planners of both sides", "المخططون من الجانبين"},
    .gate = {"Results accepted", "اعتماد النتائج"},
    .activities = {{
        {"agree-work",
         {"Agree the plan of work", "الاتفاق على خطة العمل"},
         {"Planning", "تخطيط"},
         {"plan of work signed by both sides", "توقيع الجانبين على خطة العمل"},
         "10/15/25wd",
         2,
         "10/15/25k"},
        {"do-work",
         {"Carry out the work", "تنفيذ العمل"},
         {"Delivery", "تنفيذ"},
         {"every result of the plan of work delivered", "تسليم جميع النتائج الواردة في خطة العمل"},
         "20/30/40wd",
         4,
         "60/80/120k"},
        {"review-results",
         {"Review the results", "مراجعة النتائج"},
         {"Review", "مراجعة"},
         {"review report approved by both sides", "اعتماد الجانبين لتقرير المراجعة"},
         "5/8/12wd",
         3,
         "10/15/20k"},
    }}};

constexpr NewPlanWords partnership_year{
    .line = "training",
    .line_name = {"Training and exchange", "التدريب وتبادل الخبرات"},
    .commitment = {"joint training and exchange of experience", "التدريب المشترك وتبادل الخبرات"},
    .objective = {"Both sides train together under one charter", "تدريب الجانبين معاً وفق ميثاق واحد"},
    .outcome = {"Staff of both sides work by the same procedures", "عمل موظفي الجانبين وفق الإجراءات نفسها"},
    .output = {"Charter, joint course and table-top exercise", "الميثاق والدورة المشتركة والتمرين المكتبي"},
    .indicator = {"Joint events completed", "الفعاليات المشتركة المنجزة"},
    .measure = "count of joint events whose completion criterion both sides have confirmed",
    .pool = "instructors",
    .pool_name = {"Instructors", "المدربون"},
    .gate = {"Ready for the second year", "الجاهزية للسنة الثانية"},
    .activities = {{
        {"charter",
         {"Partnership charter", "ميثاق الشراكة"},
         {"Governance", "حوكمة"},
         {"charter signed by both sides", "توقيع الجانبين على الميثاق"},
         "15/25/40wd",
         1,
         "10/15/25k"},
        {"course",
         {"Joint course", "الدورة المشتركة"},
         {"Course", "دورة تدريبية"},
         {"certificates handed out", "تسليم الشهادات"},
         "8/10/15wd",
         4,
         "60/80/120k"},
        {"table-top",
         {"Table-top exercise", "التمرين المكتبي"},
         {"Exercise", "تمرين"},
         {"lessons agreed by both sides", "اتفاق الجانبين على الدروس المستفادة"},
         "3/5/8wd",
         3,
         "20/30/45k"},
    }}};

constexpr NewPlanWords exercise{
    .line = "exercise",
    .line_name = {"Joint exercise", "التمرين المشترك"},
    .commitment = {"to exercise together", "إجراء التمارين المشتركة"},
    .objective = {"The joint exercise is held and evaluated", "تنفيذ التمرين المشترك وتقييمه"},
    .outcome = {"Both sides act by one plan", "عمل الجانبين وفق خطة واحدة"},
    .output = {"Exercise held and evaluated", "تمرين منفذ ومقيَّم"},
    .indicator = {"Stages of the exercise completed", "مراحل التمرين المنجزة"},
    .measure = "count of stages whose completion criterion both sides have confirmed",
    .pool = "controllers",
    .pool_name = {"Exercise controllers", "طاقم إدارة التمرين"},
    .gate = {"Lessons agreed", "الاتفاق على الدروس المستفادة"},
    .activities = {{
        {"planning-conference",
         {"Planning conference", "مؤتمر التخطيط"},
         {"Planning conference", "مؤتمر تخطيط"},
         {"scenario and exercise plan agreed", "الاتفاق على السيناريو وخطة التمرين"},
         "10/15/20wd",
         2,
         "15/20/30k"},
        {"rehearsal",
         {"Rehearsal", "التجربة التحضيرية"},
         {"Drill", "تدريب عملي"},
         {"every team has rehearsed its part", "تدرّب كل فريق على دوره"},
         "5/8/12wd",
         4,
         "30/40/60k"},
        {"joint-exercise",
         {"Exercise and evaluation", "التمرين والتقييم"},
         {"Exercise", "تمرين"},
         {"after-action report approved by both sides", "اعتماد الجانبين لتقرير ما بعد التمرين"},
         "8/10/15wd",
         6,
         "80/110/160k"},
    }}};

constexpr NewPlanWords challenge{
    .line = "innovation",
    .line_name = {"Joint innovation", "الابتكار المشترك"},
    .commitment = {"joint innovation challenges", "تحديات الابتكار المشتركة"},
    .objective = {"The joint challenge reaches a transition decision", "وصول التحدي المشترك إلى قرار الانتقال"},
    .outcome = {"Both sides decide on what has been shown to work", "اتخاذ الجانبين قرارهما بناءً على ما ثبت نجاحه"},
    .output = {"Award, prototype and transition decision", "الترسية والنموذج الأولي وقرار الانتقال"},
    .indicator = {"Stages of the challenge completed", "مراحل التحدي المنجزة"},
    .measure = "count of stages whose completion criterion both sides have confirmed",
    .pool = "evaluators",
    .pool_name = {"Evaluators of both sides", "المقيّمون من الجانبين"},
    .gate = {"Transition decided", "البت في الانتقال"},
    .activities = {{
        {"solicitation",
         {"Solicitation, pitch and award", "الطرح والعرض والترسية"},
         {"Challenge", "تحدٍّ"},
         {"agreement signed with the chosen team", "توقيع الاتفاق مع الفريق المختار"},
         "45/65/100wd",
         4,
         "40/60/90k"},
        {"prototype",
         {"Prototype", "النموذج الأولي"},
         {"Prototype", "نموذج أولي"},
         {"prototype shown to both sides", "عرض النموذج الأولي على الجانبين"},
         "40/60/90wd",
         2,
         "150/200/300k"},
        {"transition",
         {"Demonstration and transition decision", "العرض العملي وقرار الانتقال"},
         {"Review", "مراجعة"},
         {"decision recorded: transition, extend or stop", "تسجيل القرار: انتقال أو تمديد أو إيقاف"},
         "5/8/15wd",
         4,
         "20/30/45k"},
    }}};

constexpr std::string_view uae_week =
    R"(    name: {en: UAE federal government, ar: الحكومة الاتحادية لدولة الإمارات}
    works: [mon, tue, wed, thu, fri]
    half-days: [fri]  # half a day of hours, one day of duration
    hours: {full: 8h, half: 4.5h, ramadan-full: 5.5h, ramadan-half: 3h}
    holidays:  # Islamic dates are Umm al-Qura estimates until they are announced
      new-year: {name: {en: Gregorian New Year, ar: رأس السنة الميلادية}, every: 01-01}
      eid-al-fitr: {name: {en: Eid Al-Fitr, ar: عيد الفطر}, hijri: 10-01, length: 3, status: estimated}
      arafah: {name: {en: Arafah Day, ar: وقفة عرفة}, hijri: 12-09, status: estimated}
      eid-al-adha: {name: {en: Eid Al-Adha, ar: عيد الأضحى}, hijri: 12-10, length: 3, status: estimated}
      hijri-new-year: {name: {en: Hijri New Year, ar: رأس السنة الهجرية}, hijri: 01-01, status: estimated}
      prophets-birthday: {name: {en: Prophet's Birthday, ar: المولد النبوي}, hijri: 03-12, status: estimated}
      national-day: {name: {en: National Day (Eid Al Etihad), ar: عيد الاتحاد (اليوم الوطني)}, every: 12-02, length: 2}
)";

constexpr std::string_view us_week =
    R"(    name: {en: US federal government, ar: الحكومة الاتحادية الأمريكية}
    works: [mon, tue, wed, thu, fri]
    holidays:  # 5 USC 6103: observed on Friday or Monday when they fall on a weekend
      new-year: {name: {en: New Year's Day, ar: رأس السنة الميلادية}, every: 01-01, observed: nearest-weekday}
      martin-luther-king: {name: {en: Martin Luther King Jr. Day, ar: يوم مارتن لوثر كينغ}, every: third monday of january}
      washington: {name: {en: Washington's Birthday, ar: عيد ميلاد واشنطن}, every: third monday of february}
      memorial: {name: {en: Memorial Day, ar: يوم الذكرى}, every: last monday of may}
      juneteenth: {name: {en: Juneteenth, ar: يوم التحرر (جونتينث)}, every: 06-19, observed: nearest-weekday}
      independence: {name: {en: Independence Day, ar: عيد الاستقلال}, every: 07-04, observed: nearest-weekday}
      labor: {name: {en: Labor Day, ar: عيد العمال}, every: first monday of september}
      columbus: {name: {en: Columbus Day, ar: يوم كولومبوس}, every: second monday of october}
      veterans: {name: {en: Veterans Day, ar: يوم المحاربين القدامى}, every: 11-11, observed: nearest-weekday}
      thanksgiving: {name: {en: Thanksgiving Day, ar: عيد الشكر}, every: fourth thursday of november}
      christmas: {name: {en: Christmas Day, ar: عيد الميلاد}, every: 12-25, observed: nearest-weekday}
)";

constexpr std::string_view monday_week =
    R"(    name: {en: Monday to Friday, ar: من الاثنين إلى الجمعة}
    works: [mon, tue, wed, thu, fri]
)";

constexpr std::string_view sunday_week =
    R"(    name: {en: Sunday to Thursday, ar: من الأحد إلى الخميس}
    works: [sun, mon, tue, wed, thu]
)";

}  // namespace

const NewPlanWords& words_of_template(NewPlanTemplate about) {
    switch (about) {
        case NewPlanTemplate::partnership_year: return partnership_year;
        case NewPlanTemplate::exercise: return exercise;
        case NewPlanTemplate::challenge: return challenge;
        case NewPlanTemplate::blank: break;
    }
    return blank;
}

std::string_view calendar_text(NewCalendar calendar) {
    switch (calendar) {
        case NewCalendar::uae_federal: return uae_week;
        case NewCalendar::us_federal: return us_week;
        case NewCalendar::sunday_to_thursday: return sunday_week;
        case NewCalendar::monday_to_friday: break;
    }
    return monday_week;
}

}  // namespace masar::planfile
