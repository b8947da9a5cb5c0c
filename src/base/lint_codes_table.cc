#include "base/diagnostic_catalogue.h"

#include <array>

namespace masar::base {
namespace {

constexpr Severity error = Severity::error, warning = Severity::warning, note = Severity::note;

/// By code. 10xx DCMA, 11xx GAO, 12xx several sides, 13xx logic model, 14xx texts, 15xx what cannot be.
constexpr std::array entries{
    CatalogueEntry{"MSR1001", warning, "D01 missing logic", "D01 روابط ناقصة",
                   "DCMA: at most 5% of the open activities lack a predecessor or a successor. Being required by a "
                   "gate counts as a successor; the one activity that begins the plan and the one that ends it are "
                   "not counted, and neither is a single offender.",
                   "معيار DCMA: لا تتجاوز الأنشطة غير المنجزة التي ينقصها نشاط سابق أو لاحق 5%. يُعد اشتراط البوابة "
                   "للنشاط نشاطاً لاحقاً، ولا يُحسب نشاط البداية ولا نشاط النهاية ولا المخالف الواحد."},
    CatalogueEntry{"MSR1002", warning, "D02 leads", "D02 فواصل سالبة",
                   "DCMA: no link has a negative lag; a lead hides when the work really begins.",
                   "معيار DCMA: لا رابط بفاصل سالب، لأنه يخفي موعد بدء العمل الحقيقي."},
    CatalogueEntry{"MSR1003", warning, "D03 lags", "D03 فواصل زمنية",
                   "DCMA: at most 5% of the links have a lag; waiting is better shown as an activity with a name.",
                   "معيار DCMA: لا تتجاوز الروابط ذات الفواصل 5%، والأوضح أن يظهر الانتظار نشاطاً له اسم."},
    CatalogueEntry{"MSR1004", warning, "D04 relationship types", "D04 أنواع الروابط",
                   "DCMA: at least 90% of the links are finish-to-start.",
                   "معيار DCMA: لا تقل الروابط من النهاية إلى البداية عن 90%."},
    CatalogueEntry{"MSR1005", warning, "D05 hard constraints", "D05 قيود تاريخية ملزمة",
                   "DCMA: at most 5% of the open activities have a date that they may not pass. Every window with a "
                   "last day is one: where most activities have one, dates rather than links drive the plan.",
                   "معيار DCMA: لا تتجاوز الأنشطة المقيدة بتاريخ أقصى 5%. كل نافذة لها يوم أخير قيد من هذا النوع، فإن "
                   "كثرت قادت التواريخ الخطة لا الروابط."},
    CatalogueEntry{"MSR1006", warning, "D06 high float", "D06 فائض زمني مرتفع",
                   "DCMA: at most 5% of the open activities have a total float above 44 working days against their "
                   "windows and the end of the plan.",
                   "معيار DCMA: لا تتجاوز الأنشطة ذات الفائض الزمني الكلي الأعلى من 44 يوم عمل 5%، قياساً إلى نوافذها "
                   "ونهاية الخطة."},
    CatalogueEntry{"MSR1007", warning, "D07 negative float", "D07 فائض زمني سالب",
                   "DCMA: no activity is late already at its earliest dates.",
                   "معيار DCMA: لا نشاط متأخر وهو في أبكر تواريخه."},
    CatalogueEntry{"MSR1008", warning, "D08 high duration", "D08 مدد طويلة",
                   "DCMA: at most 5% of the open activities take more than 44 working days (two months).",
                   "معيار DCMA: لا تتجاوز الأنشطة التي تزيد مدتها على 44 يوم عمل (شهران) 5%."},
    CatalogueEntry{"MSR1009", warning, "D09 invalid dates", "D09 تواريخ غير صالحة",
                   "DCMA: nothing happened after the as-of date, and nothing planned lies before it.",
                   "معيار DCMA: لا واقعة بعد تاريخ الحالة ولا مخطط قبله."},
    CatalogueEntry{"MSR1010", warning, "D10 resources", "D10 الموارد",
                   "DCMA: activities of a day or more have resources or a cost; here at most 5% of them, or one, have "
                   "neither.",
                   "معيار DCMA: للأنشطة التي مدتها يوم فأكثر موارد أو تكلفة، ولا يتجاوز ما يخلو منهما 5% أو نشاطاً "
                   "واحداً."},
    CatalogueEntry{"MSR1011", warning, "D11 missed activities", "D11 أنشطة فائتة",
                   "DCMA: at most 5% of the activities whose window has ended by the as-of date finished late or not "
                   "at all.",
                   "معيار DCMA: لا تتجاوز الأنشطة التي انتهت نافذتها حتى تاريخ الحالة ولم تُنجز في موعدها 5%."},
    CatalogueEntry{"MSR1012", warning, "D12 critical path test", "D12 اختبار المسار الحرج",
                   "DCMA: 600 working days more on the first critical activity move the end of the plan by as much, "
                   "deadlines aside.",
                   "معيار DCMA: إضافة 600 يوم عمل إلى أول نشاط حرج تؤخر نهاية الخطة بالقدر نفسه، دون اعتبار للمواعيد "
                   "النهائية."},
    CatalogueEntry{"MSR1013", warning, "D13 critical path length index", "D13 مؤشر طول المسار الحرج",
                   "DCMA: (length of the critical path + float until the end of the plan) / length is at least 0.95.",
                   "معيار DCMA: لا يقل ناتج (طول المسار الحرج + الفائض حتى نهاية الخطة) مقسوماً على الطول عن 0.95."},
    CatalogueEntry{"MSR1014", warning, "D14 baseline execution index", "D14 مؤشر تنفيذ الخطة المرجعية",
                   "DCMA: activities finished over activities whose window has ended by the as-of date is at least "
                   "0.95.",
                   "معيار DCMA: لا تقل نسبة الأنشطة المنجزة إلى الأنشطة التي انتهت نافذتها حتى تاريخ الحالة عن 0.95."},
    CatalogueEntry{"MSR1101", warning, "G01 capturing all activities", "G01 حصر جميع الأنشطة",
                   "GAO practice 1: a line of effort, a phase or a gate without activities is a promise without work.",
                   "ممارسة GAO الأولى: المحور أو المرحلة أو البوابة بلا أنشطة وعد بلا عمل."},
    CatalogueEntry{"MSR1102", warning, "G02 sequencing: dangling ends", "G02 التتابع: أطراف غير مربوطة",
                   "GAO practice 2: a start that nothing drives or a finish that drives nothing can move unseen.",
                   "ممارسة GAO الثانية: بداية لا يحددها شيء أو نهاية لا يترتب عليها شيء قد تتحرك دون أن يُلحظ."},
    CatalogueEntry{"MSR1103", note, "G03 assigning resources: unused means", "G03 إسناد الموارد: وسائل غير مستخدمة",
                   "GAO practice 3: a resource, stock or fund that no activity uses is left over or forgotten.",
                   "ممارسة GAO الثالثة: المورد أو المخزون أو البند الذي لا يستخدمه نشاط إما زائد وإما منسي."},
    CatalogueEntry{"MSR1104", note, "G04 durations: single estimates", "G04 المدد: تقدير واحد",
                   "GAO practice 4: at most 5% of the activities of ten working days or more state one figure only; "
                   "three points let the risk be computed.",
                   "ممارسة GAO الرابعة: لا تتجاوز الأنشطة ذات التقدير الواحد، من عشرة أيام عمل فأكثر، 5%؛ والتقدير "
                   "الثلاثي يتيح حساب المخاطر."},
    CatalogueEntry{"MSR1105", warning, "G05 traceable: windows against phases and gates",
                   "G05 إمكانية التتبع: النوافذ مقابل المراحل والبوابات",
                   "GAO practice 5: an activity lies in its phase, and what a gate requires can be done before it is "
                   "due.",
                   "ممارسة GAO الخامسة: يقع النشاط في مرحلته، ويمكن إنجاز ما تتطلبه البوابة قبل موعدها."},
    CatalogueEntry{"MSR1106", note, "G06 critical path: an end set by a date", "G06 المسار الحرج: نهاية يحددها تاريخ",
                   "GAO practice 6: the end of the plan follows from work, not from the first day of a window; else "
                   "the critical path says little.",
                   "ممارسة GAO السادسة: تنتج نهاية الخطة عن العمل لا عن بداية نافذة، وإلا قلّت دلالة المسار الحرج."},
    CatalogueEntry{"MSR1108", warning, "G08 schedule risk: pessimistic durations", "G08 مخاطر الجدول: المدد المتشائمة",
                   "GAO practice 8: what misses its window when everything takes its pessimistic duration.",
                   "ممارسة GAO الثامنة: ما يتجاوز نافذته إن استغرق كل نشاط مدته المتشائمة."},
    CatalogueEntry{"MSR1109", warning, "G09 updating with progress", "G09 التحديث وفق التقدم الفعلي",
                   "GAO practice 9: progress is dated: the plan states `as-of`, and what has started states what "
                   "remains.",
                   "ممارسة GAO التاسعة: التقدم مؤرخ، فالخطة تذكر `as-of` والنشاط الجاري يذكر المدة المتبقية."},
    CatalogueEntry{"MSR1201", warning, "B01 gate without an approver of every side",
                   "B01 بوابة بلا جهة اعتماد من كل جانب",
                   "A gate is decided by both sides; one side's approval does not decide.",
                   "تقرر البوابةَ الجوانبُ كلها، ولا يكفي اعتماد جانب واحد."},
    CatalogueEntry{"MSR1202", note, "B02 calendar that does not mind all sides", "B02 تقويم لا يراعي جميع الجوانب",
                   "Lead and partners belong to several sides, but the calendar knows the days off of some only.",
                   "تتبع الجهة القائدة والشركاء عدة جوانب، والتقويم لا يعرف إلا عطلات بعضها."},
    CatalogueEntry{"MSR1203", warning, "B03 Ramadan or season not acknowledged", "B03 رمضان أو موسم غير مراعى",
                   "The window leaves no room outside a period that other activities at that place avoid, and the "
                   "activity does not say so.",
                   "لا تترك النافذة متسعاً خارج فترة تتجنبها أنشطة أخرى في المكان نفسه، ولا يذكر النشاط ذلك."},
    CatalogueEntry{"MSR1204", warning, "B04 released, but refers to what is not", "B04 متاح يحيل إلى غير متاح",
                   "A side that may read the record may not read what it refers to: it would see a gap, or guess.",
                   "الجانب الذي يحق له قراءة السجل لا يحق له قراءة ما يحيل إليه، فيرى فراغاً أو يخمّن."},
    CatalogueEntry{"MSR1205", warning, "B05 request before the plan begins", "B05 طلب قبل بداية الخطة",
                   "The approvals and notices of an activity at its earliest date would have to be sent before the "
                   "plan (or its as-of date) begins. No clock holds the start unless `as-of` or `request-after` is "
                   "stated.",
                   "اعتمادات النشاط وإشعاراته في أبكر تواريخه يلزم إرسالها قبل بداية الخطة أو تاريخ الحالة. ولا تؤخر "
                   "المهل البدايةَ ما لم يُذكر `as-of` أو `request-after`."},
    CatalogueEntry{"MSR1206", warning, "B06 approval step without a time frame", "B06 خطوة اعتماد بلا مدة",
                   "GAO-15-75 found a process of 14 steps with no time frame on any of them.",
                   "وجد تقرير GAO-15-75 إجراءً من 14 خطوة لا مدة لأي منها."},
    CatalogueEntry{"MSR1207", warning, "B07 risk without an owner", "B07 مخاطرة بلا مسؤول",
                   "A risk that nobody owns is watched by nobody.", "المخاطرة التي لا مسؤول عنها لا يراقبها أحد."},
    CatalogueEntry{"MSR1208", warning, "B08 waiver that ends too early", "B08 استثناء ينتهي مبكراً",
                   "The waiver ends before the activity may start, so the policy holds again.",
                   "ينتهي الاستثناء قبل أن يجوز بدء النشاط فتعود السياسة سارية."},
    CatalogueEntry{"MSR1209", note, "B09 policies waived", "B09 سياسات مستثنى منها",
                   "A waiver is shown wherever the activity is.", "يظهر الاستثناء حيثما ظهر النشاط."},
    CatalogueEntry{"MSR1210", warning, "B10 exchange rate without date or source", "B10 سعر صرف بلا تاريخ أو مصدر",
                   "Money of two currencies is comparable only by a rate that is dated and has a source.",
                   "لا تُقارن مبالغ بعملتين إلا بسعر صرف مؤرخ وله مصدر."},
    CatalogueEntry{"MSR1211", warning, "B11 resource owned by nobody", "B11 مورد لا يملكه أحد",
                   "Nobody can promise what nobody owns.", "لا أحد يلتزم بما لا يملكه أحد."},
    CatalogueEntry{"MSR1212", warning, "B12 fund of a side that takes no part", "B12 بند جانب غير مشارك",
                   "A share of a cost is charged to a fund of the side that pays it; that side is the lead's or a "
                   "partner's.",
                   "تُحمّل حصة التكلفة على بند الجانب الذي يدفعها، وهو جانب الجهة القائدة أو أحد الشركاء."},
    CatalogueEntry{"MSR1213", warning, "B13 fund closes before the gate", "B13 بند يُغلق قبل البوابة",
                   "What a gate requires may be done until it is due, but the fund takes no obligation so late.",
                   "يجوز إنجاز ما تتطلبه البوابة حتى موعدها، لكن البند لا يقبل التزاماً متأخراً كهذا."},
    CatalogueEntry{"MSR1214", warning, "B14 cost outside the fund's days", "B14 تكلفة خارج أيام البند",
                   "The whole window lies before the first or after the last day on which the fund takes new "
                   "obligations.",
                   "تقع النافذة كلها قبل أول يوم يقبل فيه البند التزامات جديدة أو بعد آخره."},
    CatalogueEntry{"MSR1215", warning, "B15 cost that no fund bears", "B15 تكلفة لا يتحملها بند",
                   "A cost without shares is in no budget and in no fiscal year.",
                   "التكلفة التي بلا حصص لا تقع في ميزانية ولا في سنة مالية."},
    CatalogueEntry{"MSR1216", note, "B16 ceiling of a year outside the plan", "B16 سقف لسنة خارج الخطة",
                   "A year without a ceiling is unlimited; a ceiling for another year may be a slip.",
                   "السنة التي لا سقف لها غير محدودة، وقد يكون السقف المذكور لسنة أخرى خطأ."},
    CatalogueEntry{"MSR1301", warning, "L01 orphan activity", "L01 نشاط منفصل عن النموذج المنطقي",
                   "It produces no output, so it serves no objective.", "لا ينتج مُخرجاً فلا يخدم هدفاً."},
    CatalogueEntry{"MSR1302", warning, "L02 output without outcome", "L02 مُخرج بلا نتيجة",
                   "Every causal path ends at an objective.", "ينتهي كل مسار سببي عند هدف."},
    CatalogueEntry{"MSR1303", warning, "L03 outcome without objective", "L03 نتيجة بلا هدف",
                   "Every causal path ends at an objective.", "ينتهي كل مسار سببي عند هدف."},
    CatalogueEntry{"MSR1304", warning, "L04 output that nobody produces", "L04 مُخرج لا ينتجه أحد",
                   "No activity names it in `produces`.", "لا يذكره أي نشاط في `produces`."},
    CatalogueEntry{"MSR1305", warning, "L05 outcome without output", "L05 نتيجة بلا مُخرج", "Nothing brings it about.",
                   "لا شيء يحققها."},
    CatalogueEntry{"MSR1306", warning, "L06 outcome without indicator", "L06 نتيجة بلا مؤشر",
                   "Nobody could tell whether it came about.", "لا يمكن معرفة تحققها من عدمه."},
    CatalogueEntry{"MSR1307", warning, "L07 objective without activity", "L07 هدف بلا نشاط",
                   "No mandatory or chosen activity leads to it.", "لا يفضي إليه نشاط إلزامي أو مختار."},
    CatalogueEntry{"MSR1308", warning, "L08 objective that cites no phrase", "L08 هدف لا يستند إلى عبارة",
                   "Every objective serves something that the letter of intent says.",
                   "يخدم كل هدف ما نص عليه خطاب النوايا."},
    CatalogueEntry{"MSR1309", warning, "L09 phrase not covered", "L09 عبارة غير مغطاة",
                   "No objective with activities cites the phrase of the letter of intent.",
                   "لا يستند إلى عبارة خطاب النوايا أي هدف له أنشطة."},
    CatalogueEntry{"MSR1310", warning, "L10 phrase covered only by options", "L10 عبارة لا تغطيها إلا خيارات",
                   "If none of the options is chosen, nothing serves the phrase.",
                   "إن لم يُختر أي من الخيارات فلا شيء يخدم العبارة."},
    CatalogueEntry{"MSR1311", warning, "L11 objective that is not SMART", "L11 هدف غير ذكي",
                   "Specific (a text), measurable (an indicator), achievable (a target), relevant (a line of effort), "
                   "time-bound (a due date).",
                   "محدد (نص) وقابل للقياس (مؤشر) وقابل للتحقيق (قيمة مستهدفة) وذو صلة (محور عمل) ومحدد زمنياً "
                   "(موعد)."},
    CatalogueEntry{"MSR1312", warning, "L12 options in a circle", "L12 خيارات في حلقة",
                   "Options that imply each other in a circle are one option.",
                   "الخيارات التي يستلزم بعضها بعضاً في حلقة خيار واحد."},
    CatalogueEntry{"MSR1313", warning, "L13 indicator without baseline, date or measure",
                   "L13 مؤشر بلا خط أساس أو تاريخ أو طريقة قياس",
                   "Progress is measured from a dated value by a stated method.",
                   "يُقاس التقدم من قيمة مؤرخة وبطريقة معلنة."},
    CatalogueEntry{"MSR1314", note, "L14 indicator that nothing moves", "L14 مؤشر لا يؤثر فيه شيء",
                   "No activity has an effect on it, so the plan forecasts no change.",
                   "لا أثر لأي نشاط فيه، فلا تتوقع الخطة له تغيراً."},
    CatalogueEntry{"MSR1315", note, "L15 effect already in the baseline", "L15 أثر محسوب في خط الأساس",
                   "It finishes on or before the baseline date of its indicator, surely or at the earliest dates, and "
                   "is not applied then.",
                   "ينتهي في تاريخ خط أساس مؤشره أو قبله، حتماً أو عند أبكر التواريخ، فلا يُطبق."},
    CatalogueEntry{"MSR1316", warning, "L16 target out of reach", "L16 قيمة مستهدفة بعيدة المنال",
                   "Baseline and all effects together, without decay, stay short of a target or of a gate's "
                   "criterion.",
                   "خط الأساس وجميع الآثار مجتمعة، دون تناقص، لا تبلغ قيمة مستهدفة أو معيار بوابة."},
    CatalogueEntry{"MSR1317", note, "L17 completeness of records", "L17 اكتمال السجلات",
                   "Required fields filled over required fields, by the side of the lead: line, phase, type, lead, "
                   "produces, calendar, place, cost, done-when. GAO-12-548 found such records incomplete and "
                   "inconsistent.",
                   "الحقول المطلوبة المستكملة إلى جميع الحقول المطلوبة، بحسب جانب الجهة القائدة: line وphase وtype "
                   "وlead وproduces وcalendar وplace وcost وdone-when. وقد وجد تقرير GAO-12-548 هذه السجلات ناقصة "
                   "وغير متسقة."},
    CatalogueEntry{"MSR1401", warning, "T01 stale translation", "T01 نص متقادم",
                   "One language was edited after the other was reviewed against it; it cannot be approved until it "
                   "is confirmed.",
                   "عُدّل نص إحدى اللغتين بعد مراجعة الأخرى عليه، ولا يُعتمد حتى يُؤكد."},
    CatalogueEntry{"MSR1402", note, "T02 texts not reviewed", "T02 نصوص لم تُراجع",
                   "How many texts nobody has reviewed; said once, and only when some have been.",
                   "عدد النصوص التي لم يراجعها أحد؛ يُذكر مرة واحدة عند مراجعة بعضها."},
    CatalogueEntry{"MSR1403", warning, "T03 names that cannot be told apart", "T03 أسماء متماثلة",
                   "Two names of one kind differ in letter case, hamza, marks or spaces at most.",
                   "لا يختلف اسمان من نوع واحد إلا في حالة الأحرف أو الهمزات أو الحركات أو المسافات."},
    CatalogueEntry{"MSR1404", note, "T04 divergence of the two texts", "T04 اختلاف النصين",
                   "The letter of intent says something else in the other language; it is shown wherever the phrase "
                   "is cited.",
                   "يقول خطاب النوايا في اللغة الأخرى غير ذلك، ويظهر هذا حيثما استُند إلى العبارة."},
    CatalogueEntry{"MSR1501", error, "C01 no working day in the window", "C01 لا يوم عمل في النافذة",
                   "The calendar (of a joint activity: all its calendars together) works on no day of the window.",
                   "لا يعمل التقويم، أو التقاويم مجتمعة في النشاط المشترك، في أي يوم من النافذة."},
    CatalogueEntry{"MSR1502", error, "C02 window too short", "C02 نافذة أقصر من المدة",
                   "The window has fewer working days than the shortest mode needs.",
                   "أيام العمل في النافذة أقل مما يحتاج إليه أقصر الأنماط."},
    CatalogueEntry{"MSR1503", error, "C03 window without room", "C03 نافذة بلا متسع",
                   "Periods to avoid, and rules of law or policy, leave no stretch long enough in the window.",
                   "لا تترك الفترات المتجنبة وقواعد القانون أو السياسة مدة كافية في النافذة."},
    CatalogueEntry{"MSR1504", error, "C04 capacity reduced below the need", "C04 سعة مخفضة دون الاحتياج",
                   "Through the whole window the reduced capacity is below what every mode needs.",
                   "تبقى السعة المخفضة طوال النافذة دون ما يحتاج إليه كل نمط."},
    CatalogueEntry{"MSR1505", error, "C05 firm gate that cannot be met", "C05 بوابة ملزمة لا يمكن الوفاء بها",
                   "Something it requires finishes after the due date even at the earliest dates.",
                   "بعض ما تتطلبه ينتهي بعد موعدها حتى في أبكر التواريخ."},
    CatalogueEntry{"MSR1506", error, "C06 choice that cannot be made", "C06 اختيار متعذر",
                   "More options are asked than there are, or more are chosen than allowed.",
                   "المطلوب من الخيارات أكثر من الموجود أو المختار أكثر من المسموح."},
    CatalogueEntry{"MSR1507", error, "C07 lags that contradict each other", "C07 فواصل متعارضة",
                   "Minimum and maximum lags along a circle of links ask for the impossible.",
                   "الفواصل الدنيا والقصوى على امتداد حلقة من الروابط تطلب المستحيل."},
    CatalogueEntry{"MSR1508", warning, "C08 gate late at the earliest dates", "C08 بوابة متأخرة في أبكر التواريخ",
                   "The due date is soft, but something it requires finishes later even at the earliest dates.",
                   "الموعد غير ملزم، لكن بعض ما تتطلبه ينتهي بعده حتى في أبكر التواريخ."},
};

}  // namespace

std::span<const CatalogueEntry> lint_codes() { return entries; }

}  // namespace masar::base
