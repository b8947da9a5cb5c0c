#include "app/generated_frame.h"

namespace masar::app {

const std::array<Vocable, generated_lines> generated_subjects{{
    {"l1", "governance and evaluation", "الحوكمة والتقييم"},
    {"l2", "readiness of both sides", "جاهزية الجانبين"},
    {"l3", "technical interoperability", "قابلية التشغيل البيني"},
    {"l4", "joint innovation", "الابتكار المشترك"},
    {"l5", "modernisation planning", "تخطيط التحديث"},
    {"l6", "network protection", "حماية الشبكات"},
    {"l7", "disaster response", "الاستجابة للكوارث"},
}};

const std::array<Vocable, 8> generated_types{{
    {"governance", "Steering meeting", "اجتماع توجيهي"},
    {"assessment", "Assessment", "تقييم"},
    {"workshop", "Workshop", "ورشة عمل"},
    {"conference", "Planning conference", "مؤتمر تخطيط"},
    {"exercise", "Exercise", "تمرين"},
    {"course", "Training course", "دورة تدريبية"},
    {"study", "Study", "دراسة"},
    {"test", "Test", "اختبار"},
}};

namespace {

constexpr std::string_view frame_text = R"(masar: 1
title: {en: Generated roadmap, ar: خارطة طريق مولّدة}
start: 2026-10-01
illustrative: true
aims: [gate-lateness, end]

sides:
  uae: {name: {en: United Arab Emirates, ar: دولة الإمارات العربية المتحدة}, calendar: uae, fiscal-year: january, currency: AED}
  usa: {name: {en: United States of America, ar: الولايات المتحدة الأمريكية}, calendar: usa, fiscal-year: october, currency: USD}

organisations:
  ae-ministry: {name: {en: Ministry, ar: الوزارة}, side: uae}
  ae-council: {name: {en: Council, ar: المجلس}, side: uae}
  us-department: {name: {en: Department, ar: الإدارة}, side: usa}
  us-guard: {name: {en: State guard, ar: حرس الولاية}, side: usa}

places:
  uae: {name: {en: In the Emirates, ar: في الإمارات}, side: uae}
  us: {name: {en: In the United States, ar: في الولايات المتحدة}, side: usa}
  virtual: {name: {en: By video conference, ar: عبر الاتصال المرئي}}

activity-types:
  governance: {name: {en: Governance, ar: حوكمة}}
  assessment: {name: {en: Assessment, ar: تقييم}}
  workshop: {name: {en: Workshop, ar: ورشة عمل}}
  conference: {name: {en: Planning conference, ar: مؤتمر تخطيط}}
  exercise: {name: {en: Exercise, ar: تمرين}}
  course: {name: {en: Training course, ar: دورة تدريبية}}
  study: {name: {en: Study, ar: دراسة}}
  test: {name: {en: Test, ar: اختبار}}

rates:
  - {from: USD, to: AED, rate: 3.6725, first-day: 2026-01-01, source: fixed parity}

calendars:
  uae:
    name: {en: UAE offices, ar: مكاتب الإمارات}
    works: [mon, tue, wed, thu, fri]
    half-days: [fri]
    holidays:
      new-year: {name: {en: New Year, ar: رأس السنة}, every: 01-01}
      eid-al-fitr: {name: {en: Eid Al-Fitr, ar: عيد الفطر}, hijri: 10-01, length: 3, status: estimated}
      eid-al-adha: {name: {en: Eid Al-Adha, ar: عيد الأضحى}, hijri: 12-10, length: 3, status: estimated}
      national-day: {name: {en: National Day, ar: اليوم الوطني}, every: 12-02, length: 2}
  usa:
    name: {en: US offices, ar: مكاتب الولايات المتحدة}
    works: [mon, tue, wed, thu, fri]
    holidays:
      new-year: {name: {en: New Year's Day, ar: رأس السنة}, every: 01-01, observed: nearest-weekday}
      memorial: {name: {en: Memorial Day, ar: يوم الذكرى}, every: last monday of may}
      independence: {name: {en: Independence Day, ar: عيد الاستقلال}, every: 07-04, observed: nearest-weekday}
      thanksgiving: {name: {en: Thanksgiving Day, ar: عيد الشكر}, every: fourth thursday of november}
      christmas: {name: {en: Christmas Day, ar: عيد الميلاد}, every: 12-25, observed: nearest-weekday}
  joint: {name: {en: Days on which both sides work, ar: الأيام التي يعمل فيها الجانبان}, all-of: [uae, usa]}

periods:
  ramadan: {name: {en: Ramadan, ar: شهر رمضان}, hijri: 09, status: estimated}

phases:
  p1: {name: {en: Foundation, ar: التأسيس}, period: 2026-10-01..2027-12-31}
  p2: {name: {en: Build, ar: البناء}, period: 2028-01-01..2029-03-31}
  p3: {name: {en: Integrate, ar: التكامل}, period: 2029-04-01..2030-09-30}
  p4: {name: {en: Sustain, ar: الاستدامة}, period: 2030-10-01..2033-09-30}

funds:
  us-training: {name: {en: US training fund, ar: صندوق التدريب الأمريكي}, owner: usa, charge: at-start}
  us-general: {name: {en: US general fund, ar: الصندوق الأمريكي العام}, owner: usa, charge: at-start}
  ae-budget: {name: {en: UAE budget line, ar: بند الميزانية الإماراتية}, owner: uae, charge: at-start}

approvals:
  event:
    name: {en: Event approval, ar: اعتماد الفعالية}
    steps:
      - {name: {en: concept, ar: الفكرة}, lead: 10ed}
      - {name: {en: consent of the partner, ar: موافقة الشريك}, lead: 15ed}
  disclosure:
    name: {en: Disclosure review, ar: مراجعة الإفصاح}
    steps:
      - {name: {en: review by each side, ar: مراجعة كل جانب}, lead: 20ed}

)";

}  // namespace

std::string_view generated_frame() { return frame_text; }

}  // namespace masar::app
