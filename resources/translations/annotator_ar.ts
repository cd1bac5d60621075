<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>annotator</name>
    <message>
        <source>"codepoint"</source>
        <translation>"codepoint"</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>64 hex digits</source>
        <translation>64 رقمًا ست عشريًا</translation>
    </message>
    <message>
        <source>?</source>
        <translation>؟</translation>
    </message>
    <message>
        <source>Its number takes a kind · Esc: close</source>
        <translation>رقم النوع يختاره · Esc: إغلاق</translation>
    </message>
    <message>
        <source>A guess: please look whether it reads well.</source>
        <translation>تخمين: تحقق من أن النص مقروء.</translation>
    </message>
    <message>
        <source>A number: of a paragraph, or of a character counted from the start</source>
        <translation>رقم فقرة، أو رقم محرف معدود من بداية النص</translation>
    </message>
    <message>
        <source>A paragraph of these guidelines has more than {count} characters; they are not shown. Divide it by empty lines.</source>
        <translation>في هذا الدليل فقرة تزيد على {count} محرف، فلا يُعرض. قسّمها بأسطر فارغة.</translation>
    </message>
    <message>
        <source>A part of the name of a command</source>
        <translation>جزء من اسم أمر</translation>
    </message>
    <message>
        <source>A screen down</source>
        <translation>شاشة إلى أسفل</translation>
    </message>
    <message>
        <source>A screen up</source>
        <translation>شاشة إلى أعلى</translation>
    </message>
    <message>
        <source>About Annotator</source>
        <translation>عن البرنامج</translation>
    </message>
    <message>
        <source>Actions not saved: {count}</source>
        <translation>إجراءات لم تُحفظ: {count}</translation>
    </message>
    <message>
        <source>Actions not saved: {count}. Give them up?</source>
        <translation>إجراءات لم تُحفظ: {count}. أتتخلى عنها؟</translation>
    </message>
    <message>
        <source>Address (URL)</source>
        <translation>الرابط (URL)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>كل الأوامر</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>كل الأوامر…</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>في كل الوثائق</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>All relations in the text</source>
        <translation>كل العلاقات في النص</translation>
    </message>
    <message>
        <source>All usual keys</source>
        <translation>كل المفاتيح المعتادة</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>المحلل</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>المُعلِّم</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>الأرمنية</translation>
    </message>
    <message>
        <source>As wide as the window</source>
        <translation>بعرض النافذة</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>الأذرية</translation>
    </message>
    <message>
        <source>Bars under a line</source>
        <translation>خطوط الوسوم تحت السطر</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>حسب الوسم</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>حسب الموضع</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>الدليل المرفق بالبرنامج</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Cancelled: nothing was changed</source>
        <translation>أُلغي الأمر: لم يتغير شيء</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>لا يمكن قراءته</translation>
    </message>
    <message>
        <source>Cannot be read so; choose an encoding, or it is left out.</source>
        <translation>لا يُقرأ هكذا؛ اختر ترميزًا وإلا تُرك.</translation>
    </message>
    <message>
        <source>Cannot be seen: {names}</source>
        <translation>محارف لا تُرى: {names}</translation>
    </message>
    <message>
        <source>Caret; with Shift it selects</source>
        <translation>المؤشر؛ ومع Shift يحدد</translation>
    </message>
    <message>
        <source>Central Kurdish</source>
        <translation>الكردية السورانية</translation>
    </message>
    <message>
        <source>Certain.</source>
        <translation>مؤكد.</translation>
    </message>
    <message>
        <source>Change key…</source>
        <translation>تغيير المفتاح…</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>بالمحارف</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>افحص الآن</translation>
    </message>
    <message>
        <source>Choose a document to see its spans.</source>
        <translation>اختر وثيقة لترى مقاطعها.</translation>
    </message>
    <message>
        <source>Choose a document to see what is known about it.</source>
        <translation>اختر وثيقة لترى ما يُعرف عنها.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Claims that deny</source>
        <translation>ادعاءات تنفي</translation>
    </message>
    <message>
        <source>Claims with a source, marked as unattributed</source>
        <translation>ادعاءات لها مصدر ووُسمت بأنها بلا مصدر</translation>
    </message>
    <message>
        <source>Claims without a source</source>
        <translation>ادعاءات بلا مصدر</translation>
    </message>
    <message>
        <source>Clear the field</source>
        <translation>أفرغ الحقل</translation>
    </message>
    <message>
        <source>Click a span, or select text and press the key of a label.</source>
        <translation>انقر مقطعًا، أو حدد نصًا واضغط مفتاح وسم.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>إغلاق المشروع</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>إغلاق البحث</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>الاتساق</translation>
    </message>
    <message>
        <source>Consistency: {count}</source>
        <translation>الاتساق: {count}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Countries, coordinates and keys that do not exist</source>
        <translation>بلدان وإحداثيات ومفاتيح لا وجود لها</translation>
    </message>
    <message>
        <source>Counts other than in the text</source>
        <translation>أعداد تخالف النص</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>الوثيقة</translation>
    </message>
    <message>
        <source>Document direction</source>
        <translation>اتجاه الوثيقة</translation>
    </message>
    <message>
        <source>Document finished</source>
        <translation>الوثيقة منجزة</translation>
    </message>
    <message>
        <source>Document removed</source>
        <translation>أُزيلت الوثيقة</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>الوثائق</translation>
    </message>
    <message>
        <source>Documents and history</source>
        <translation>الوثائق والسجل</translation>
    </message>
    <message>
        <source>Documents checked</source>
        <translation>الوثائق المفحوصة</translation>
    </message>
    <message>
        <source>Done again: {done}</source>
        <translation>أُعيد: {done}</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>جارٍ الرسم…</translation>
    </message>
    <message>
        <source>Edge moved</source>
        <translation>نُقل الحد</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>Edit the guidelines</source>
        <translation>تحرير الدليل</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>تحرير…</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>الترميز</translation>
    </message>
    <message>
        <source>End edge a word to the left</source>
        <translation>حد النهاية كلمة إلى اليسار</translation>
    </message>
    <message>
        <source>End edge a word to the right</source>
        <translation>حد النهاية كلمة إلى اليمين</translation>
    </message>
    <message>
        <source>End edge to the left</source>
        <translation>حد النهاية إلى اليسار</translation>
    </message>
    <message>
        <source>End edge to the right</source>
        <translation>حد النهاية إلى اليمين</translation>
    </message>
    <message>
        <source>End of the document</source>
        <translation>نهاية الوثيقة</translation>
    </message>
    <message>
        <source>End of the line</source>
        <translation>نهاية السطر</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>Ends inside a character</source>
        <translation>طرف داخل حرف</translation>
    </message>
    <message>
        <source>Enter on a command changes its key. Keys of labels come from the project’s labels.</source>
        <translation>اضغط Enter على أمر لتغيير مفتاحه. أما مفاتيح الوسوم فمن وسوم المشروع.</translation>
    </message>
    <message>
        <source>Enter relates, Tab goes on, Esc leaves</source>
        <translation>‏Enter يربط، وTab ينتقل إلى التالي، وEsc يترك</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>محو</translation>
    </message>
    <message>
        <source>Erase the span</source>
        <translation>محو المقطع</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>مُحي</translation>
    </message>
    <message>
        <source>Exact text</source>
        <translation>النص بدقة</translation>
    </message>
    <message>
        <source>Export for training</source>
        <translation>تصدير للتدريب</translation>
    </message>
    <message>
        <source>Export for training…</source>
        <translation>تصدير للتدريب…</translation>
    </message>
    <message>
        <source>Exported to {file}. Documents: {count}</source>
        <translation>تم التصدير إلى {file}. الوثائق: {count}</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>جارٍ التصدير…</translation>
    </message>
    <message>
        <source>Facts changed</source>
        <translation>تغيّرت بيانات الوثيقة</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>Filter by title</source>
        <translation>تصفية بالعنوان</translation>
    </message>
    <message>
        <source>All mentions are counted under it: {count}</source>
        <translation>تُجمع تحته كل مواضع الذكر: {count}</translation>
    </message>
    <message>
        <source>A part of the name, or a new name</source>
        <translation>جزء من الاسم، أو اسم جديد</translation>
    </message>
    <message>
        <source>By count</source>
        <translation>حسب العدد</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>حسب الاسم</translation>
    </message>
    <message>
        <source>Count it under this name</source>
        <translation>يُجمع تحت هذا الاسم</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>الكيانات</translation>
    </message>
    <message>
        <source>Entities: {count}</source>
        <translation>الكيانات: {count}</translation>
    </message>
    <message>
        <source>Entities under different labels cannot be one</source>
        <translation>كيانات تحت وسوم مختلفة لا تكون كيانًا واحدًا</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>تصفية بالاسم</translation>
    </message>
    <message>
        <source>Mentions split off: {count}. Leave the name empty to decide later.</source>
        <translation>المواضع المفصولة: {count}. اترك الاسم فارغًا لتقرر لاحقًا.</translation>
    </message>
    <message>
        <source>Mentions: {mentions} · documents: {documents}</source>
        <translation>مرات الذكر: {mentions} · الوثائق: {documents}</translation>
    </message>
    <message>
        <source>Merge entities</source>
        <translation>دمج كيانات</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>دمج…</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>تسمية</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>فصل</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Name of a fact</source>
        <translation>اسم بيان</translation>
    </message>
    <message>
        <source>Name the entity</source>
        <translation>تسمية الكيان</translation>
    </message>
    <message>
        <source>Name…</source>
        <translation>تسمية…</translation>
    </message>
    <message>
        <source>New name: {name}</source>
        <translation>اسم جديد: {name}</translation>
    </message>
    <message>
        <source>No name fits.</source>
        <translation>لا اسم يطابق.</translation>
    </message>
    <message>
        <source>No actor or place is marked yet. Mentions that read alike are listed here together, until you name them: choose them and press {name}. On a span, {same} says which it is the same as.</source>
        <translation>لم يوسم فاعل ولا مكان بعد. تُجمع هنا مواضع الذكر المتشابهة حتى تسميها: اخترها واضغط {name}. وعلى مقطع، {same} يحدد ما هو نفسه.</translation>
    </message>
    <message>
        <source>Order of the entities</source>
        <translation>ترتيب الكيانات</translation>
    </message>
    <message>
        <source>Same as</source>
        <translation>هو نفسه</translation>
    </message>
    <message>
        <source>Same as…</source>
        <translation>هو نفسه…</translation>
    </message>
    <message>
        <source>Select mentions of one entity first; Space shows those of the entity chosen</source>
        <translation>حدد أولًا مواضع ذكر كيان واحد؛ مفتاح المسافة يعرض مواضع الكيان المختار</translation>
    </message>
    <message>
        <source>Select two or more entities first, with Shift or Ctrl</source>
        <translation>حدد أولًا كيانين أو أكثر، مع Shift أو Ctrl</translation>
    </message>
    <message>
        <source>Split mentions off</source>
        <translation>فصل مواضع ذكر</translation>
    </message>
    <message>
        <source>Split off…</source>
        <translation>فصل…</translation>
    </message>
    <message>
        <source>Spans under this label have no names: actors and places have</source>
        <translation>ليس لمقاطع هذا الوسم أسماء: للفاعلين والأماكن أسماء</translation>
    </message>
    <message>
        <source>no name yet</source>
        <translation>بلا اسم بعد</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>أُنجز</translation>
    </message>
    <message>
        <source>Finished documents</source>
        <translation>الوثائق المنجزة</translation>
    </message>
    <message>
        <source>Finished: {finished} of {total}</source>
        <translation>المنجز: {finished} من {total}</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>علامة تنبيه</translation>
    </message>
    <message>
        <source>Flag on the document</source>
        <translation>علامة تنبيه على الوثيقة</translation>
    </message>
    <message>
        <source>Flag on {words}</source>
        <translation>علامة تنبيه على {words}</translation>
    </message>
    <message>
        <source>Flag the span, or take the flag off</source>
        <translation>وضع علامة تنبيه على المقطع أو إزالتها</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>أصلح</translation>
    </message>
    <message>
        <source>Fix all of this kind ({count})</source>
        <translation>أصلح كل ما من هذا النوع ({count})</translation>
    </message>
    <message>
        <source>Fix the problem</source>
        <translation>إصلاح المخالفة</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later; without any warranty.</source>
        <translation>برنامج حر برخصة غنو العمومية العامة، الإصدار 3 أو أحدث؛ دون أي ضمان.</translation>
    </message>
    <message>
        <source>French</source>
        <translation>الفرنسية</translation>
    </message>
    <message>
        <source>Give them up</source>
        <translation>التخلي عنها</translation>
    </message>
    <message>
        <source>Go back to the text; what is written here stays until the program ends ({key})</source>
        <translation>العودة إلى النص؛ يبقى ما كُتب هنا إلى أن يُغلق البرنامج ({key})</translation>
    </message>
    <message>
        <source>Go on without a backup</source>
        <translation>المتابعة دون نسخة احتياطية</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>التخلي عنها…</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>انتقال</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>الانتقال إليها</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>انتقال إلى</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>دليل الوسم</translation>
    </message>
    <message>
        <source>Guidelines as Markdown</source>
        <translation>الدليل بصيغة Markdown</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>العبرية</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>How it will be read</source>
        <translation>كيف سيُقرأ</translation>
    </message>
    <message>
        <source>Illegal relations</source>
        <translation>علاقات غير جائزة</translation>
    </message>
    <message>
        <source>Import texts</source>
        <translation>استيراد نصوص</translation>
    </message>
    <message>
        <source>Import texts…</source>
        <translation>استيراد نصوص…</translation>
    </message>
    <message>
        <source>Import {count}</source>
        <translation>استيراد {count}</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>استُورد</translation>
    </message>
    <message>
        <source>Imported. New documents: {documents}, spans: {spans}</source>
        <translation>تم الاستيراد. وثائق جديدة: {documents}، مقاطع: {spans}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Keep the note ({key})</source>
        <translation>حفظ الملاحظة ({key})</translation>
    </message>
    <message>
        <source>Kurdish</source>
        <translation>الكردية</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>Menu of the note</source>
        <translation>قائمة الملاحظة</translation>
    </message>
    <message>
        <source>More facts</source>
        <translation>بيانات أخرى</translation>
    </message>
    <message>
        <source>Next open question</source>
        <translation>السؤال المفتوح التالي</translation>
    </message>
    <message>
        <source>No question is open</source>
        <translation>لا يوجد سؤال مفتوح</translation>
    </message>
    <message>
        <source>No question or flag is open here.</source>
        <translation>لا سؤال ولا علامة تنبيه مفتوحة هنا.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Note changed</source>
        <translation>عُدّلت ملاحظة</translation>
    </message>
    <message>
        <source>Note erased</source>
        <translation>حُذفت ملاحظة</translation>
    </message>
    <message>
        <source>Note on the document</source>
        <translation>ملاحظة على الوثيقة</translation>
    </message>
    <message>
        <source>Note on the span or the document…</source>
        <translation>ملاحظة على المقطع أو الوثيقة…</translation>
    </message>
    <message>
        <source>Note on {words}</source>
        <translation>ملاحظة على {words}</translation>
    </message>
    <message>
        <source>Note opened again</source>
        <translation>أعيد فتح ملاحظة</translation>
    </message>
    <message>
        <source>Note resolved</source>
        <translation>حُسمت ملاحظة</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>أضيفت ملاحظة</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>أخرى</translation>
    </message>
    <message>
        <source>Select the words in the text first, then press Enter here</source>
        <translation>حدد الكلمات في النص أولًا، ثم اضغط Enter هنا</translation>
    </message>
    <message>
        <source>This label asks for nothing more</source>
        <translation>لا يطلب هذا الوسم شيئًا آخر</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>a fact about a document has no control characters and at most {most} others: shorten it</source>
        <translation>لا يحوي بيان الوثيقة محارف تحكم ولا يزيد على {most} محرف: اختصره</translation>
    </message>
    <message>
        <source>a fact needs a name of one line without control characters: give it one</source>
        <translation>يحتاج البيان إلى اسم في سطر واحد بلا محارف تحكم: سمّه</translation>
    </message>
    <message>
        <source>a span that is not here</source>
        <translation>مقطع غير موجود هنا</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>مختار</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>قيمة غير ملائمة</translation>
    </message>
    <message>
        <source>in {label}: {text}</source>
        <translation>داخل {label}: {text}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Kinds of relations</source>
        <translation>أنواع العلاقات</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>تكبير النص</translation>
    </message>
    <message>
        <source>Leave the edges here</source>
        <translation>تثبيت الحدين هنا</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>غير مكتمل</translation>
    </message>
    <message>
        <source>left {label}</source>
        <translation>خروج من {label}</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>إفلات</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Line above</source>
        <translation>السطر الأعلى</translation>
    </message>
    <message>
        <source>Line below</source>
        <translation>السطر الأسفل</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>ارتفاع السطر</translation>
    </message>
    <message>
        <source>Lists or quotations in these guidelines are nested too deeply, so they are not shown. Make them flatter.</source>
        <translation>في هذا الدليل قوائم أو اقتباسات متداخلة أكثر مما ينبغي، فلا يُعرض. قلّل تداخلها.</translation>
    </message>
    <message>
        <source>Longest line</source>
        <translation>أقصى طول للسطر</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>جارٍ فحص الملفات…</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>وسم</translation>
    </message>
    <message>
        <source>Mark actors, casualties, locations and claims. Everything is saved at once, on this computer only.</source>
        <translation>سِم الفاعلين والضحايا والأماكن والادعاءات. كل شيء يُحفظ فورًا، وعلى هذا الحاسوب فقط.</translation>
    </message>
    <message>
        <source>Markdown: “## R2 · Title” begins the section of a rule or a label, “- ” an item.</source>
        <translation>صيغة Markdown: السطر «⁦## R2 · Title⁩» يبدأ قسم قاعدة أو وسم، والشرطة «-» تبدأ عنصرًا في قائمة.</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>وُسم</translation>
    </message>
    <message>
        <source>Marked twice</source>
        <translation>معلَّم مرتين</translation>
    </message>
    <message>
        <source>Marks actors, casualties, locations and claims in Arabic and other news. Offline: nothing leaves this computer.</source>
        <translation>يسم الفاعلين والضحايا والأماكن والادعاءات في الأخبار العربية وغيرها. دون اتصال: لا شيء يغادر هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Marks the selection, relabels the span in focus, or waits for what is selected next</source>
        <translation>يسم التحديد، أو يغيّر وسم المقطع المختار، أو ينتظر ما يُحدَّد بعده</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>متوسط</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>قيم ناقصة</translation>
    </message>
    <message>
        <source>Move edges</source>
        <translation>تحريك الحدين</translation>
    </message>
    <message>
        <source>Move the edges of the span</source>
        <translation>تحريك حدي المقطع</translation>
    </message>
    <message>
        <source>Names in the text: all, of the span in focus, none</source>
        <translation>الأسماء في النص: كلها، أو للمقطع المحدد، أو بلا أسماء</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>ضيق</translation>
    </message>
    <message>
        <source>Characters that cannot be seen</source>
        <translation>المحارف غير المرئية</translation>
    </message>
    <message>
        <source>Narrow the selection</source>
        <translation>تضييق التحديد</translation>
    </message>
    <message>
        <source>Native JSONL</source>
        <translation>JSONL أصلي</translation>
    </message>
    <message>
        <source>Native JSONL, with its spans.</source>
        <translation>JSONL أصلي، مع مقاطعه.</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>مشروع جديد</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>مشروع جديد…</translation>
    </message>
    <message>
        <source>Next colours</source>
        <translation>الألوان التالية</translation>
    </message>
    <message>
        <source>Next document</source>
        <translation>الوثيقة التالية</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>النتيجة التالية</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>اللوحة التالية</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>المخالفة التالية</translation>
    </message>
    <message>
        <source>Next span</source>
        <translation>المقطع التالي</translation>
    </message>
    <message>
        <source>Next span at the caret</source>
        <translation>المقطع التالي عند المؤشر</translation>
    </message>
    <message>
        <source>No documents yet. Import texts from the File menu, or drop them here.</source>
        <translation>لا وثائق بعد. استورد نصوصًا من قائمة «ملف»، أو أفلتها هنا.</translation>
    </message>
    <message>
        <source>No fix is offered: look at it, and decide.</source>
        <translation>لا إصلاح جاهز: انظر وقرر.</translation>
    </message>
    <message>
        <source>No guidelines for these labels yet. Write them with “Edit…”, with examples.</source>
        <translation>لا دليل لهذه الوسوم بعد. اكتبه من «تحرير…»: معنى كل وسم، مع أمثلة.</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>لم يُفحص بعد.</translation>
    </message>
    <message>
        <source>Nothing here breaks a rule.</source>
        <translation>لا شيء هنا يخالف القواعد.</translation>
    </message>
    <message>
        <source>Numbers that do not fit one another</source>
        <translation>أعداد لا يتفق بعضها مع بعض</translation>
    </message>
    <message>
        <source>Of which documents</source>
        <translation>من أي وثائق</translation>
    </message>
    <message>
        <source>Only what is wrong</source>
        <translation>الأخطاء فقط</translation>
    </message>
    <message>
        <source>Over the end of a line</source>
        <translation>يتجاوز نهاية السطر</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>تداخل</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>المخالفة السابقة</translation>
    </message>
    <message>
        <source>Proclitics inside</source>
        <translation>سوابق داخل المقطع</translation>
    </message>
    <message>
        <source>Punctuation at an end</source>
        <translation>علامة ترقيم عند الطرف</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>أُصلح</translation>
    </message>
    <message>
        <source>Put right: {count}</source>
        <translation>أُصلح: {count}</translation>
    </message>
    <message>
        <source>Put right: {count}, passed over: {left}</source>
        <translation>أُصلح: {count}، وتُرك: {left}</translation>
    </message>
    <message>
        <source>Relations that are there twice</source>
        <translation>علاقات مكررة</translation>
    </message>
    <message>
        <source>Space at an end</source>
        <translation>فراغ عند الطرف</translation>
    </message>
    <message>
        <source>The same name in other countries</source>
        <translation>الاسم نفسه في بلدان مختلفة</translation>
    </message>
    <message>
        <source>The same words under other labels</source>
        <translation>الكلمات نفسها بتصنيفات مختلفة</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>التركية</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>الأردية</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Value of the new fact</source>
        <translation>قيمة البيان الجديد</translation>
    </message>
    <message>
        <source>Value of {name}</source>
        <translation>قيمة {name}</translation>
    </message>
    <message>
        <source>Which notes</source>
        <translation>أي ملاحظات</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>عليه علامة تنبيه</translation>
    </message>
    <message>
        <source>Unknown labels</source>
        <translation>تصنيفات غير معروفة</translation>
    </message>
    <message>
        <source>Values that do not fit</source>
        <translation>قيم غير صالحة</translation>
    </message>
    <message>
        <source>What breaks a rule</source>
        <translation>ما يخالف القواعد</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>ما يُعرض</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>أرشيف 7-Zip</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>أرشيف RAR</translation>
    </message>
    <message>
        <source>a TAR archive</source>
        <translation>أرشيف TAR</translation>
    </message>
    <message>
        <source>a Zstandard archive</source>
        <translation>أرشيف Zstandard</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>أرشيف bzip2</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>أرشيف gzip</translation>
    </message>
    <message>
        <source>a span that it joins is not in the project</source>
        <translation>مقطع تربطه ليس في المشروع</translation>
    </message>
    <message>
        <source>a span that it joins was erased</source>
        <translation>مُحي مقطع تربطه</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>أرشيف xz</translation>
    </message>
    <message>
        <source>erase the relation</source>
        <translation>امحُ العلاقة</translation>
    </message>
    <message>
        <source>erase the relation too, or mark the span again</source>
        <translation>امحُ العلاقة أيضًا، أو أعد وسم المقطع</translation>
    </message>
    <message>
        <source>erase this one</source>
        <translation>امحُ هذا</translation>
    </message>
    <message>
        <source>it has a {relation} and is marked as unattributed</source>
        <translation>له {relation} وهو موسوم بأنه بلا مصدر</translation>
    </message>
    <message>
        <source>it has no {relation}</source>
        <translation>ليس له {relation}</translation>
    </message>
    <message>
        <source>it is marked twice with this label</source>
        <translation>معلَّم مرتين بهذا التصنيف</translation>
    </message>
    <message>
        <source>it is said to be the same as one that is not in the project</source>
        <translation>ذُكر أنه مطابق لآخر، وهذا الآخر ليس في المشروع</translation>
    </message>
    <message>
        <source>it neither accepts nor rejects</source>
        <translation>لا يقبل ولا يرفض</translation>
    </message>
    <message>
        <source>it overlaps “{words}”</source>
        <translation>يتداخل مع «{words}»</translation>
    </message>
    <message>
        <source>it reaches over the end of a line</source>
        <translation>يمتد إلى ما بعد نهاية السطر</translation>
    </message>
    <message>
        <source>it starts or ends in a space</source>
        <translation>يبدأ بفراغ أو ينتهي به</translation>
    </message>
    <message>
        <source>it starts or ends in punctuation</source>
        <translation>يبدأ بعلامة ترقيم أو ينتهي بها</translation>
    </message>
    <message>
        <source>it starts or ends inside a character and its marks</source>
        <translation>يبدأ أو ينتهي بين حرف وحركاته</translation>
    </message>
    <message>
        <source>it starts with {front}, which is no part of it</source>
        <translation>يبدأ بـ {front} وليست منه</translation>
    </message>
    <message>
        <source>its kind of relation is not in the schema</source>
        <translation>نوع العلاقة ليس في المخطط</translation>
    </message>
    <message>
        <source>its label is not in the project</source>
        <translation>وسمها ليس في المشروع</translation>
    </message>
    <message>
        <source>its label is not in the schema</source>
        <translation>تصنيفه ليس في المخطط</translation>
    </message>
    <message>
        <source>its report cannot be read</source>
        <translation>تعذّرت قراءة تقريره</translation>
    </message>
    <message>
        <source>label {name}</source>
        <translation>الوسم {name}</translation>
    </message>
    <message>
        <source>layer {name}</source>
        <translation>الطبقة {name}</translation>
    </message>
    <message>
        <source>leave the punctuation out</source>
        <translation>أخرج علامة الترقيم</translation>
    </message>
    <message>
        <source>leave the space out</source>
        <translation>أخرج الفراغ</translation>
    </message>
    <message>
        <source>mark it as unattributed</source>
        <translation>اجعله بلا مصدر</translation>
    </message>
    <message>
        <source>merge {number}</source>
        <translation>الدمج {number}</translation>
    </message>
    <message>
        <source>merged file {name}</source>
        <translation>الملف المدموج {name}</translation>
    </message>
    <message>
        <source>merged files</source>
        <translation>الملفات المدموجة</translation>
    </message>
    <message>
        <source>names that begin with _ are the program's own: choose another name</source>
        <translation>الأسماء التي تبدأ بـ _ محجوزة للبرنامج: اختر اسمًا آخر</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ناقص</translation>
    </message>
    <message>
        <source>no project is open to take the texts: open one, or make a new one</source>
        <translation>لا مشروع مفتوحًا ليستقبل النصوص: افتح مشروعًا أو أنشئ واحدًا جديدًا.</translation>
    </message>
    <message>
        <source>No span is in focus.</source>
        <translation>لا مقطع مختارًا.</translation>
    </message>
    <message>
        <source>No title fits.</source>
        <translation>لا عنوان يطابق.</translation>
    </message>
    <message>
        <source>Not saved: {count}</source>
        <translation>لم يُحفظ: {count}</translation>
    </message>
    <message>
        <source>Nothing joins these two: they are related so already, or have other labels now</source>
        <translation>لا علاقة تجمع هذين المقطعين: رُبطا هكذا من قبل، أو تغيّر وسم أحدهما</translation>
    </message>
    <message>
        <source>Nothing here can be related to this span</source>
        <translation>لا شيء هنا يمكن ربطه بهذا المقطع</translation>
    </message>
    <message>
        <source>Nothing in focus</source>
        <translation>لا شيء محدد</translation>
    </message>
    <message>
        <source>Nothing is marked here yet. Drag over text and press the key of a label.</source>
        <translation>لم يوسم شيء هنا بعد. اسحب فوق النص واضغط مفتاح وسم.</translation>
    </message>
    <message>
        <source>Nothing is related here yet.</source>
        <translation>لم يُربط شيء هنا بعد.</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>لم تُحفظ بعد</translation>
    </message>
    <message>
        <source>nothing selected</source>
        <translation>لا شيء محدد</translation>
    </message>
    <message>
        <source>Nothing was done yet. What you do is listed here: a click goes back to it, or forward.</source>
        <translation>لم يجرِ شيء بعد. ما تفعله يُسرد هنا: النقر يعود إليه أو يتقدم.</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>تنبيه</translation>
    </message>
    <message>
        <source>type a date: a year, a month like 2024-05 or a day like 2024-05-09</source>
        <translation>اكتب تاريخًا: سنة، أو شهرًا مثل 2024-05، أو يومًا مثل 2024-05-09</translation>
    </message>
    <message>
        <source>type a number, like 33.5</source>
        <translation>اكتب عددًا، مثل 33.5</translation>
    </message>
    <message>
        <source>type a whole number, like 12</source>
        <translation>اكتب عددًا صحيحًا، مثل 12</translation>
    </message>
    <message>
        <source>In focus</source>
        <translation>المختار</translation>
    </message>
    <message>
        <source>Press {key} on a span, or drag its name to another span, to relate the two.</source>
        <translation>اضغط {key} على مقطع، أو اسحب اسمه إلى مقطع آخر، للربط بينهما.</translation>
    </message>
    <message>
        <source>Relate the span to another</source>
        <translation>ربط المقطع بمقطع آخر</translation>
    </message>
    <message>
        <source>To {label} {text} · {keys}</source>
        <translation>إلى {label} {text} · {keys}</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>رُبط</translation>
    </message>
    <message>
        <source>Relation erased</source>
        <translation>مُحيت العلاقة</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>العلاقات</translation>
    </message>
    <message>
        <source>Name in Arabic</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>Meaning in Arabic</source>
        <translation>المعنى بالعربية</translation>
    </message>
    <message>
        <source>Meaning in English</source>
        <translation>المعنى بالإنجليزية</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>الاسم في الملفات</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation>يُرسم</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>تظليلا</translation>
    </message>
    <message>
        <source>Bracket</source>
        <translation>قوسا</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>متقطع</translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation>منقط</translation>
    </message>
    <message>
        <source>Double</source>
        <translation>مزدوج</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>الأسماء</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>الادعاءات</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>برتقالي</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>أخضر</translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation>فوشي</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>أرجواني</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>خوخي</translation>
    </message>
    <message>
        <source>Sand</source>
        <translation>رملي</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>بنفسجي</translation>
    </message>
    <message>
        <source>Dark red</source>
        <translation>أحمر داكن</translation>
    </message>
    <message>
        <source>Pale blue</source>
        <translation>أزرق باهت</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>لون آخر…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>إضافة…</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>دمج في…</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Offer again</source>
        <translation>إعادة العرض</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>إلى أعلى</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>إلى أسفل</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>محسومة</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>مسحوب</translation>
    </message>
    <message>
        <source>merged into {label}</source>
        <translation>مدموج في {label}</translation>
    </message>
    <message>
        <source>spans: {count}</source>
        <translation>المقاطع: {count}</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>وسم جديد</translation>
    </message>
    <message>
        <source>New attribute</source>
        <translation>سمة جديدة</translation>
    </message>
    <message>
        <source>New relation</source>
        <translation>علاقة جديدة</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>قيمة جديدة</translation>
    </message>
    <message>
        <source>A part of the name of a label</source>
        <translation>جزء من اسم الوسم</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>القيم</translation>
    </message>
    <message>
        <source>Values, with commas between them</source>
        <translation>القيم، وبينها فواصل</translation>
    </message>
    <message>
        <source>One of several values</source>
        <translation>قيمة واحدة من قيم</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>عدة قيم</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>عدد صحيح</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>نعم أو لا</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاريخ</translation>
    </message>
    <message>
        <source>Another span</source>
        <translation>مقطع آخر</translation>
    </message>
    <message>
        <source>Words of the text</source>
        <translation>كلمات من النص</translation>
    </message>
    <message>
        <source>The document</source>
        <translation>الوثيقة</translation>
    </message>
    <message>
        <source>Whose attributes</source>
        <translation>سمات ماذا</translation>
    </message>
    <message>
        <source>required</source>
        <translation>واجبة</translation>
    </message>
    <message>
        <source>Must be given</source>
        <translation>واجبة</translation>
    </message>
    <message>
        <source>Says the same both ways</source>
        <translation>تصح في الاتجاهين</translation>
    </message>
    <message>
        <source>Filled in by the program</source>
        <translation>يملؤها البرنامج</translation>
    </message>
    <message>
        <source>From a row, to a column</source>
        <translation>من سطر إلى عمود</translation>
    </message>
    <message>
        <source>Each change counts at once. Nothing is ever dropped: what is retired stays with its spans, and undo takes back any change.</source>
        <translation>كل تغيير يسري فورا. لا يُحذف شيء: المسحوب يبقى مع مقاطعه، والتراجع يلغي أي تغيير.</translation>
    </message>
    <message>
        <source>Label added</source>
        <translation>أُضيف وسم</translation>
    </message>
    <message>
        <source>Label renamed</source>
        <translation>غُيِّر اسم وسم</translation>
    </message>
    <message>
        <source>Label changed</source>
        <translation>عُدِّل وسم</translation>
    </message>
    <message>
        <source>Labels merged</source>
        <translation>دُمج وسمان</translation>
    </message>
    <message>
        <source>Label retired</source>
        <translation>سُحب وسم</translation>
    </message>
    <message>
        <source>Label offered again</source>
        <translation>أُعيد عرض وسم</translation>
    </message>
    <message>
        <source>Labels put in order</source>
        <translation>رُتبت الوسوم</translation>
    </message>
    <message>
        <source>Attribute added</source>
        <translation>أُضيفت سمة</translation>
    </message>
    <message>
        <source>Attribute changed</source>
        <translation>عُدِّلت سمة</translation>
    </message>
    <message>
        <source>Attribute retired</source>
        <translation>سُحبت سمة</translation>
    </message>
    <message>
        <source>Attribute offered again</source>
        <translation>أُعيد عرض سمة</translation>
    </message>
    <message>
        <source>Attributes put in order</source>
        <translation>رُتبت السمات</translation>
    </message>
    <message>
        <source>Relation added</source>
        <translation>أُضيفت علاقة</translation>
    </message>
    <message>
        <source>Relation changed</source>
        <translation>عُدِّلت علاقة</translation>
    </message>
    <message>
        <source>Relation retired</source>
        <translation>سُحبت علاقة</translation>
    </message>
    <message>
        <source>Relation offered again</source>
        <translation>أُعيد عرض علاقة</translation>
    </message>
    <message>
        <source>Relations put in order</source>
        <translation>رُتبت العلاقات</translation>
    </message>
    <message>
        <source>Guidelines changed</source>
        <translation>عُدِّلت الإرشادات</translation>
    </message>
    <message>
        <source>Schema brought in from a file</source>
        <translation>أُدخل مخطط من ملف</translation>
    </message>
    <message>
        <source>Relations: {count}</source>
        <translation>العلاقات: {count}</translation>
    </message>
    <message>
        <source>The span in focus has no relations.</source>
        <translation>ليس للمقطع المحدد علاقات.</translation>
    </message>
    <message>
        <source>Which relation? {kinds}</source>
        <translation>أي علاقة؟ {kinds}</translation>
    </message>
    <message>
        <source>Which relations</source>
        <translation>أي العلاقات</translation>
    </message>
    <message>
        <source>such as 2024-05-31</source>
        <translation>مثل 2024-05-31</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>عليه ملاحظة</translation>
    </message>
    <message>
        <source>with an open question</source>
        <translation>عليه سؤال مفتوح</translation>
    </message>
    <message>
        <source>{head} → {tail}</source>
        <translation>{head} ← {tail}</translation>
    </message>
    <message>
        <source>{head} ↔ {tail}</source>
        <translation>{head} ↔ {tail}</translation>
    </message>
    <message>
        <source>Place in the guidelines</source>
        <translation>الموضع في الدليل</translation>
    </message>
    <message>
        <source>Text of the guidelines</source>
        <translation>نص الدليل</translation>
    </message>
    <message>
        <source>These guidelines are larger than 1 MB and are not shown. Shorten them.</source>
        <translation>هذا الدليل أكبر من ميغابايت واحد، فلا يُعرض. اختصره.</translation>
    </message>
    <message>
        <source>These guidelines have more than {count} lines and are not shown. Shorten them.</source>
        <translation>هذا الدليل أكثر من {count} سطر، فلا يُعرض. اختصره.</translation>
    </message>
    <message>
        <source>Use the one that came with the program</source>
        <translation>استعمل الدليل المرفق بالبرنامج</translation>
    </message>
    <message>
        <source>What it will look like</source>
        <translation>كيف سيظهر</translation>
    </message>
    <message>
        <source>What you write here takes their place.</source>
        <translation>وما تكتبه هنا يحل محله.</translation>
    </message>
    <message>
        <source>Your team’s own</source>
        <translation>دليل فريقكم</translation>
    </message>
    <message>
        <source>{kind}: {text}</source>
        <translation>{kind}: {text}</translation>
    </message>
    <message>
        <source>{name} means something already: choose another name</source>
        <translation>للاسم {name} معنى محدد من قبل: اختر اسمًا آخر</translation>
    </message>
    <message>
        <source>{next}: the next one · {close}: close</source>
        <translation>التالي: {next} · إغلاق: {close}</translation>
    </message>
    <message>
        <source>Offset {number} of {count}</source>
        <translation>الموضع {number} من {count}</translation>
    </message>
    <message>
        <source>Offset {offset}</source>
        <translation>الموضع {offset}</translation>
    </message>
    <message>
        <source>One character to the left</source>
        <translation>محرف إلى اليسار</translation>
    </message>
    <message>
        <source>One character to the right</source>
        <translation>محرف إلى اليمين</translation>
    </message>
    <message>
        <source>One word to the left</source>
        <translation>كلمة إلى اليسار</translation>
    </message>
    <message>
        <source>One word to the right</source>
        <translation>كلمة إلى اليمين</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>فتح مشروع</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>فتح مشروع…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>فتح المثال</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>أُعيد فتحه</translation>
    </message>
    <message>
        <source>Or drop a project or texts on this window.</source>
        <translation>أو أفلت مشروعًا أو نصوصًا على هذه النافذة.</translation>
    </message>
    <message>
        <source>Order of the spans</source>
        <translation>ترتيب المقاطع</translation>
    </message>
    <message>
        <source>Paragraph after</source>
        <translation>الفقرة التالية</translation>
    </message>
    <message>
        <source>Paragraph before</source>
        <translation>الفقرة السابقة</translation>
    </message>
    <message>
        <source>Paragraph direction</source>
        <translation>اتجاه الفقرة</translation>
    </message>
    <message>
        <source>Paragraph or offset…</source>
        <translation>فقرة أو موضع…</translation>
    </message>
    <message>
        <source>Paragraph {number}</source>
        <translation>الفقرة {number}</translation>
    </message>
    <message>
        <source>Paragraph {number} of {count}</source>
        <translation>الفقرة {number} من {count}</translation>
    </message>
    <message>
        <source>Paragraphs without letters: as the text begins</source>
        <translation>الفقرات الخالية من الحروف: كما يبدأ النص</translation>
    </message>
    <message>
        <source>Paragraphs without letters: from left to right</source>
        <translation>الفقرات الخالية من الحروف: من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>Paragraphs without letters: from right to left</source>
        <translation>الفقرات الخالية من الحروف: من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>Place in the text</source>
        <translation>الموضع في النص</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>التفضيلات</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>التفضيلات…</translation>
    </message>
    <message>
        <source>Press a key…</source>
        <translation>اضغط مفتاحًا…</translation>
    </message>
    <message>
        <source>Press the new key of “{command}”. Esc leaves it as it was.</source>
        <translation>اضغط المفتاح الجديد للأمر «{command}». Esc يتركه كما كان.</translation>
    </message>
    <message>
        <source>Previous document</source>
        <translation>الوثيقة السابقة</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>النتيجة السابقة</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>اللوحة السابقة</translation>
    </message>
    <message>
        <source>Previous span</source>
        <translation>المقطع السابق</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>تمت الطباعة</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>جارٍ الطباعة…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>طباعة…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>المشاريع الأخيرة</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Relabelled</source>
        <translation>غُيِّر الوسم</translation>
    </message>
    <message>
        <source>Entity named</source>
        <translation>سُمّي كيان</translation>
    </message>
    <message>
        <source>Entities merged</source>
        <translation>دُمجت كيانات</translation>
    </message>
    <message>
        <source>Mentions split off</source>
        <translation>فُصلت مواضع ذكر</translation>
    </message>
    <message>
        <source>Remove from the project</source>
        <translation>إزالة من المشروع</translation>
    </message>
    <message>
        <source>Removed: {title}. Undo brings it back.</source>
        <translation>أُزيلت الوثيقة: {title}. التراجع يعيدها.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة تسمية</translation>
    </message>
    <message>
        <source>Rename the document</source>
        <translation>إعادة تسمية الوثيقة</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>غُيِّر الاسم</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>إعادة تسمية…</translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation>حفظ كصورة</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>حفظ كصورة…</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>حُفظ باسم {file}</translation>
    </message>
    <message>
        <source>selected: {text}</source>
        <translation>حُدِّد: {text}</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>SQLite did not take {name} = {value}: another program uses the project, or this SQLite is too old; close it</source>
        <translation>لم يقبل SQLite القيمة {name} = {value}: برنامج آخر يستخدم المشروع، أو هذه النسخة من SQLite قديمة جدًا؛ أغلقه</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>محفوظ</translation>
    </message>
    <message>
        <source>Saving what you did before this window closes…</source>
        <translation>يُحفظ عملك قبل إغلاق النافذة…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>Search in the document</source>
        <translation>البحث في الوثيقة</translation>
    </message>
    <message>
        <source>Search in the document, however it is spelt</source>
        <translation>ابحث في الوثيقة، كيفما كُتبت الكلمة</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Select by characters</source>
        <translation>التحديد بالمحارف</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>التحديد</translation>
    </message>
    <message>
        <source>Sentence after</source>
        <translation>الجملة التالية</translation>
    </message>
    <message>
        <source>Sentence before</source>
        <translation>الجملة السابقة</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>تصغير النص</translation>
    </message>
    <message>
        <source>Something went wrong inside Annotator. What was shown as saved is safe in the project file.</source>
        <translation>حدث خطأ داخل البرنامج. كل ما ظهر أنه محفوظ سالم في ملف المشروع.</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>المقاطع</translation>
    </message>
    <message>
        <source>Spans at the caret</source>
        <translation>المقاطع عند المؤشر</translation>
    </message>
    <message>
        <source>Spans: {count}</source>
        <translation>المقاطع: {count}</translation>
    </message>
    <message>
        <source>Spans: {count} so far</source>
        <translation>المقاطع: {count} حتى الآن</translation>
    </message>
    <message>
        <source>Spans: {spans} · characters: {length}</source>
        <translation>المقاطع: {spans} · المحارف: {length}</translation>
    </message>
    <message>
        <source>Start edge a word to the left</source>
        <translation>حد البداية كلمة إلى اليسار</translation>
    </message>
    <message>
        <source>Start edge a word to the right</source>
        <translation>حد البداية كلمة إلى اليمين</translation>
    </message>
    <message>
        <source>Start edge to the left</source>
        <translation>حد البداية إلى اليسار</translation>
    </message>
    <message>
        <source>Start edge to the right</source>
        <translation>حد البداية إلى اليمين</translation>
    </message>
    <message>
        <source>Start of the document</source>
        <translation>بداية الوثيقة</translation>
    </message>
    <message>
        <source>Start of the line</source>
        <translation>بداية السطر</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>البقاء هنا</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>نصوص</translation>
    </message>
    <message>
        <source>The next selection becomes: {label}</source>
        <translation>يُعلَّم التحديد التالي بوصفه: {label}</translation>
    </message>
    <message>
        <source>the printer takes nothing: see whether it is there and on, or print to a file</source>
        <translation>الطابعة لا تقبل شيئًا: تأكد من وجودها وتشغيلها، أو اطبع إلى ملف</translation>
    </message>
    <message>
        <source>The font {wanted} is not on this computer, so texts are shown in {used}. Choose another in the preferences.</source>
        <translation>الخط {wanted} غير موجود على هذا الحاسوب، فتُعرض النصوص بالخط {used}. اختر غيره في التفضيلات.</translation>
    </message>
    <message>
        <source>The spans you mark are kept under this name.</source>
        <translation>تُحفظ المقاطع التي تسمها بهذا الاسم.</translation>
    </message>
    <message>
        <source>no such action is in the history</source>
        <translation>لا إجراء كهذا في السجل</translation>
    </message>
    <message>
        <source>note {id}</source>
        <translation>الملاحظة {id}</translation>
    </message>
    <message>
        <source>relation {id}</source>
        <translation>العلاقة {id}</translation>
    </message>
    <message>
        <source>the project's clock is behind its last action</source>
        <translation>ساعة المشروع متأخرة عن آخر إجراء فيه</translation>
    </message>
    <message>
        <source>The zoom (Ctrl and the wheel) comes on top of the size.</source>
        <translation>يضاف التكبير (Ctrl مع العجلة) إلى هذا الحجم.</translation>
    </message>
    <message>
        <source>there are no .txt or .jsonl files there: choose others</source>
        <translation>لا توجد هناك ملفات ‎.txt أو ‎.jsonl: اختر غيرها.</translation>
    </message>
    <message>
        <source>This key cannot be told from others on every keyboard. Press another one.</source>
        <translation>لا يمكن تمييز هذا المفتاح من غيره في كل لوحات المفاتيح. اضغط مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Undone: {done}</source>
        <translation>تراجع عن: {done}</translation>
    </message>
    <message>
        <source>up to {number}</source>
        <translation>حتى {number}</translation>
    </message>
    <message>
        <source>Usual key</source>
        <translation>المفتاح المعتاد</translation>
    </message>
    <message>
        <source>Usual settings</source>
        <translation>الإعدادات المعتادة</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>الحجم المعتاد</translation>
    </message>
    <message>
        <source>View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>واسع</translation>
    </message>
    <message>
        <source>Widen the selection</source>
        <translation>توسيع التحديد</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>النافذة</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>بالكلمات</translation>
    </message>
    <message>
        <source>a JSON file</source>
        <translation>ملف JSON</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>ملف PDF</translation>
    </message>
    <message>
        <source>a ZIP archive or Office document</source>
        <translation>أرشيف ZIP أو مستند Office</translation>
    </message>
    <message>
        <source>a database or project</source>
        <translation>قاعدة بيانات أو مشروع</translation>
    </message>
    <message>
        <source>a label name</source>
        <translation>اسم وسم</translation>
    </message>
    <message>
        <source>a language tag</source>
        <translation>رمز لغة</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>قائمة</translation>
    </message>
    <message>
        <source>a list of [start, end]</source>
        <translation>قائمة من [start, end]</translation>
    </message>
    <message>
        <source>a list of label names</source>
        <translation>قائمة بأسماء وسوم</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>اسمًا</translation>
    </message>
    <message>
        <source>a name or null</source>
        <translation>اسمًا أو null</translation>
    </message>
    <message>
        <source>a name without control characters</source>
        <translation>اسمًا بلا محارف تحكم</translation>
    </message>
    <message>
        <source>a number has too many digits</source>
        <translation>عدد فيه أرقام أكثر مما يجوز</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>نصًا</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>a time like 20260131T235959Z</source>
        <translation>وقتًا مثل 20260131T235959Z</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>صفحة ويب</translation>
    </message>
    <message>
        <source>a whole number of code points, 0 or more</source>
        <translation>عددًا صحيحًا من نقاط الترميز، 0 فأكثر</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>كائنًا</translation>
    </message>
    <message>
        <source>an object of strings</source>
        <translation>كائنًا من النصوص</translation>
    </message>
    <message>
        <source>an object of strings and whole numbers</source>
        <translation>كائنًا من النصوص والأعداد الصحيحة</translation>
    </message>
    <message>
        <source>an object of strings, numbers, truths or lists of strings</source>
        <translation>كائنًا من النصوص أو الأعداد أو القيم المنطقية أو قوائم النصوص</translation>
    </message>
    <message>
        <source>an old Office document</source>
        <translation>مستند Office قديم</translation>
    </message>
    <message>
        <source>annotator.doc/1</source>
        <translation>annotator.doc/1</translation>
    </message>
    <message>
        <source>another window or program is writing to the project: try again when it has finished</source>
        <translation>نافذة أخرى أو برنامج آخر يكتب في المشروع: أعد المحاولة حين ينتهي</translation>
    </message>
    <message>
        <source>byte {byte} is not UTF-8</source>
        <translation>البايت {byte} ليس UTF-8</translation>
    </message>
    <message>
        <source>cannot be read ({why})</source>
        <translation>لا يمكن قراءته ({why})</translation>
    </message>
    <message>
        <source>change its permissions, or ask for a copy</source>
        <translation>غيّر أذوناته، أو اطلب نسخة منه</translation>
    </message>
    <message>
        <source>check the path, or make one with annotator new</source>
        <translation>تحقق من المسار، أو أنشئ مشروعًا جديدًا</translation>
    </message>
    <message>
        <source>choose a file that ends in .annotator</source>
        <translation>اختر ملفًا ينتهي بـ ‎.annotator</translation>
    </message>
    <message>
        <source>code points: {count}</source>
        <translation>نقاط الترميز: {count}</translation>
    </message>
    <message>
        <source>copy it to this computer and open the copy</source>
        <translation>انسخه إلى هذا الحاسوب وافتح النسخة</translation>
    </message>
    <message>
        <source>correct the line, or leave it out with --skip-failed</source>
        <translation>صحّح السطر، أو تجاوزه بالخيار ‎--skip-failed</translation>
    </message>
    <message>
        <source>do not open it; ask where it came from</source>
        <translation>لا تفتحه؛ اسأل عن مصدره</translation>
    </message>
    <message>
        <source>half of a surrogate pair stands alone in a string</source>
        <translation>في نصٍ نصفُ زوجٍ بديل (surrogate) وحده</translation>
    </message>
    <message>
        <source>has a journal beside it that names another file</source>
        <translation>بجانبه سجل يشير إلى ملف آخر</translation>
    </message>
    <message>
        <source>has other tables than a project</source>
        <translation>جداوله غير جداول المشروع</translation>
    </message>
    <message>
        <source>relation {number}: </source>
        <translation>العلاقة {number}: </translation>
    </message>
    <message>
        <source>note {number}: </source>
        <translation>الملاحظة {number}: </translation>
    </message>
    <message>
        <source>_notes in meta: {why}</source>
        <translation>المفتاح _notes في البيانات: {why}</translation>
    </message>
    <message>
        <source>_notes in meta: nothing in this line has the id {id}</source>
        <translation>المفتاح _notes في البيانات: لا شيء في هذا السطر معرّفه {id}</translation>
    </message>
    <message>
        <source>span {id}: its note is {given}, but {there} by _notes in meta</source>
        <translation>المقطع {id}: ملاحظته {given}، لكنها {there} بحسب _notes في البيانات</translation>
    </message>
    <message>
        <source>take _notes out of meta to go by the notes at the spans, or get the file anew</source>
        <translation>احذف _notes من البيانات لتُعتمد الملاحظات التي عند المقاطع، أو أحضر الملف من جديد</translation>
    </message>
    <message>
        <source>not a list</source>
        <translation>ليست قائمة</translation>
    </message>
    <message>
        <source>comment, question or flag</source>
        <translation>‏comment أو question أو flag</translation>
    </message>
    <message>
        <source>true</source>
        <translation>القيمة true</translation>
    </message>
    <message>
        <source>is a database of another program</source>
        <translation>قاعدة بيانات لبرنامج آخر</translation>
    </message>
    <message>
        <source>is a device</source>
        <translation>جهاز</translation>
    </message>
    <message>
        <source>is a device, not a regular file</source>
        <translation>جهاز وليس ملفًا عاديًا</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>مجلد</translation>
    </message>
    <message>
        <source>is a pipe</source>
        <translation>أنبوب</translation>
    </message>
    <message>
        <source>is a pipe, not a regular file</source>
        <translation>أنبوب وليس ملفًا عاديًا</translation>
    </message>
    <message>
        <source>is a socket</source>
        <translation>مقبس</translation>
    </message>
    <message>
        <source>is a socket, not a regular file</source>
        <translation>مقبس وليس ملفًا عاديًا</translation>
    </message>
    <message>
        <source>is cut off</source>
        <translation>مبتور</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>تالف</translation>
    </message>
    <message>
        <source>is damaged ({why})</source>
        <translation>تالف ({why})</translation>
    </message>
    <message>
        <source>is empty, not a project</source>
        <translation>فارغ وليس مشروعًا</translation>
    </message>
    <message>
        <source>is {kind}, not a project</source>
        <translation>{kind} وليس مشروعًا</translation>
    </message>
    <message>
        <source>it was changed meanwhile, in another window or by a merge: look at it again, then repeat</source>
        <translation>تغيّر في هذه الأثناء، في نافذة أخرى أو بدمج: انظر إليه مرة أخرى ثم أعد ما فعلت</translation>
    </message>
    <message>
        <source>layer: </source>
        <translation>الطبقة: </translation>
    </message>
    <message>
        <source>may not be read</source>
        <translation>لا يُسمح بقراءته</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>متداخل أعمق مما يجوز</translation>
    </message>
    <message>
        <source>no file that Annotator knows</source>
        <translation>ملف من نوع لا يعرفه هذا البرنامج</translation>
    </message>
    <message>
        <source>not JSON: {why} at character {place}</source>
        <translation>ليس JSON: {why} عند المحرف {place}</translation>
    </message>
    <message>
        <source>not a JSON object</source>
        <translation>ليس كائن JSON</translation>
    </message>
    <message>
        <source>offset {edge} is inside a character and its marks; select whole characters</source>
        <translation>الموضع {edge} داخل حرف وعلاماته؛ حدد حروفًا كاملة</translation>
    </message>
    <message>
        <source>offset {edge} is outside the text, which has {length} characters</source>
        <translation>الموضع {edge} خارج النص، وعدد محارفه {length}</translation>
    </message>
    <message>
        <source>open a backup, or rescue what is left: annotator check --rescue</source>
        <translation>افتح نسخة احتياطية، أو أنقذ ما بقي في ملف جديد</translation>
    </message>
    <message>
        <source>open a backup, or make a project with annotator new</source>
        <translation>افتح نسخة احتياطية، أو أنشئ مشروعًا جديدًا</translation>
    </message>
    <message>
        <source>project</source>
        <translation>مشروع</translation>
    </message>
    <message>
        <source>put it under {label}</source>
        <translation>صنّفه {label}</translation>
    </message>
    <message>
        <source>restore the line from its source, or leave it out with --skip-failed</source>
        <translation>استعد السطر من مصدره، أو تجاوزه بالخيار ‎--skip-failed</translation>
    </message>
    <message>
        <source>reviewed: </source>
        <translation>reviewed: </translation>
    </message>
    <message>
        <source>reviewed: a range ends after the text, which has {length} characters</source>
        <translation>reviewed: ينتهي مدى بعد نهاية النص، وعدد محارفه {length}</translation>
    </message>
    <message>
        <source>saved, but the disk reported a fault: make a backup</source>
        <translation>حُفظ، لكن القرص أبلغ عن خلل: أنشئ نسخة احتياطية</translation>
    </message>
    <message>
        <source>schema is {found}, not 'annotator.doc/1'</source>
        <translation>قيمة schema هي {found} وليست 'annotator.doc/1'</translation>
    </message>
    <message>
        <source>set the act to “denies”</source>
        <translation>اجعل فعل الكلام «ينفي»</translation>
    </message>
    <message>
        <source>set the country to {country}</source>
        <translation>اجعل البلد {country}</translation>
    </message>
    <message>
        <source>set the qualifier to {qualifier}</source>
        <translation>اجعل نوع العدد {qualifier}</translation>
    </message>
    <message>
        <source>span {number}: </source>
        <translation>المقطع {number}: </translation>
    </message>
    <message>
        <source>{note} (resolved)</source>
        <translation>{note} (محسومة)</translation>
    </message>
    <message>
        <source>{span}, {note}</source>
        <translation>{span}، {note}</translation>
    </message>
    <message>
        <source>{value} is no date: write it like 2024, 2024-05 or 2024-05-31</source>
        <translation>{value} ليس تاريخًا: اكتبه مثل 2024 أو 2024-05 أو 2024-05-31</translation>
    </message>
    <message>
        <source>{value} is no language tag: write one like ar, fa or zh-Hant</source>
        <translation>{value} ليس رمز لغة: اكتب رمزًا مثل ar أو fa أو zh-Hant</translation>
    </message>
    <message>
        <source>{where}not an object</source>
        <translation>{where}ليس كائنًا</translation>
    </message>
    <message>
        <source>{where}the id {id} stands there twice</source>
        <translation>{where}المعرّف {id} مكرر</translation>
    </message>
    <message>
        <source>span {start} to {end}: it must start at 0 or later and end after its start</source>
        <translation>المقطع من {start} إلى {end}: يجب أن يبدأ عند 0 أو بعده وأن ينتهي بعد بدايته</translation>
    </message>
    <message>
        <source>span {start} to {end}: its parts must be two or more, sorted, apart, and reach from start to end</source>
        <translation>المقطع من {start} إلى {end}: يجب أن تكون أجزاؤه اثنين أو أكثر، مرتبة ومنفصلة، تمتد من بدايته إلى نهايته</translation>
    </message>
    <message>
        <source>span {start} to {end}: offsets are whole numbers of code points</source>
        <translation>المقطع من {start} إلى {end}: المواضع أعداد صحيحة من نقاط الترميز</translation>
    </message>
    <message>
        <source>span {start} to {end}: the text has {length} characters</source>
        <translation>المقطع من {start} إلى {end}: عدد محارف النص {length}</translation>
    </message>
    <message>
        <source>start after {front}</source>
        <translation>ابدأ بعد {front}</translation>
    </message>
    <message>
        <source>take the count from the text</source>
        <translation>خذ العدد من النص</translation>
    </message>
    <message>
        <source>take the value away</source>
        <translation>احذف القيمة</translation>
    </message>
    <message>
        <source>take the whole character in</source>
        <translation>أدخل الحرف كله</translation>
    </message>
    <message>
        <source>take “unattributed” away</source>
        <translation>أزل وسم «بلا مصدر»</translation>
    </message>
    <message>
        <source>{where}no span in this line has the id {id}</source>
        <translation>{where}لا مقطع في هذا السطر معرّفه {id}</translation>
    </message>
    <message>
        <source>text has a byte-order mark or CR line ends</source>
        <translation>في النص علامة ترتيب البايتات أو نهايات أسطر CR</translation>
    </message>
    <message>
        <source>text_sha256 is not the hash of text</source>
        <translation>قيمة text_sha256 ليست بصمة النص</translation>
    </message>
    <message>
        <source>texts are brought in with annotator import</source>
        <translation>النصوص تُجلب بأمر الاستيراد</translation>
    </message>
    <message>
        <source>the computer has no memory left: close other programs and try again</source>
        <translation>لم تبق ذاكرة في الحاسوب: أغلق برامج أخرى وأعد المحاولة</translation>
    </message>
    <message>
        <source>the disk is full: make room and try again, or save a copy elsewhere</source>
        <translation>القرص ممتلئ: أفسح مكانًا وأعد المحاولة، أو احفظ نسخة في مكان آخر</translation>
    </message>
    <message>
        <source>the disk reported a fault and the project cannot be read now: whether the last action was saved will show when it can</source>
        <translation>أبلغ القرص عن خلل ولا يمكن قراءة المشروع الآن: سيظهر هل حُفظ الإجراء الأخير حين تمكن قراءته</translation>
    </message>
    <message>
        <source>the disk reported a fault: try again, or save a copy elsewhere</source>
        <translation>أبلغ القرص عن خلل: أعد المحاولة، أو احفظ نسخة في مكان آخر</translation>
    </message>
    <message>
        <source>the folder of this project may only be read: work on a copy elsewhere</source>
        <translation>مجلد هذا المشروع للقراءة فقط: اعمل على نسخة في مكان آخر</translation>
    </message>
    <message>
        <source>the key {key} stands there twice</source>
        <translation>المفتاح {key} مكرر</translation>
    </message>
    <message>
        <source>the least, the stated and the most are out of order</source>
        <translation>الأدنى والمذكور والأقصى ليست على ترتيبها</translation>
    </message>
    <message>
        <source>the project can only be read here: work on a copy in another place</source>
        <translation>المشروع هنا للقراءة فقط: اعمل على نسخة في مكان آخر</translation>
    </message>
    <message>
        <source>the project or its folder cannot be written: check the folder and its permissions</source>
        <translation>لا تمكن الكتابة في المشروع أو مجلده: تحقق من المجلد وأذوناته</translation>
    </message>
    <message>
        <source>the project was opened for reading only: open it again to change it</source>
        <translation>فُتح المشروع للقراءة فقط: افتحه من جديد لتغييره</translation>
    </message>
    <message>
        <source>the project's file is damaged: nothing more is written to it; open a backup, or rescue what is left: annotator check --rescue</source>
        <translation>ملف المشروع تالف: لن يُكتب فيه شيء بعد الآن؛ افتح نسخة احتياطية، أو أنقذ ما بقي في ملف جديد</translation>
    </message>
    <message>
        <source>the rest of the file was not read</source>
        <translation>لم يُقرأ باقي الملف</translation>
    </message>
    <message>
        <source>the same words are {label} elsewhere: {count} times</source>
        <translation>الكلمات نفسها مصنفة {label} في مواضع أخرى، عددها {count}</translation>
    </message>
    <message>
        <source>the same {relation} is there twice</source>
        <translation>العلاقة {relation} نفسها مكررة</translation>
    </message>
    <message>
        <source>the text says {said}, here it is {here}</source>
        <translation>في النص {said}، وهنا {here}</translation>
    </message>
    <message>
        <source>the text was changed after it was written: get the file anew</source>
        <translation>تغيّر النص بعد كتابته: احصل على الملف من جديد</translation>
    </message>
    <message>
        <source>there is no such project</source>
        <translation>لا يوجد مشروع كهذا</translation>
    </message>
    <message>
        <source>this document is no longer in the project: choose another one</source>
        <translation>لم تعد هذه الوثيقة في المشروع: اختر غيرها</translation>
    </message>
    <message>
        <source>this is another format</source>
        <translation>هذه صيغة أخرى</translation>
    </message>
    <message>
        <source>this project has no label schema: restore a backup, or import its documents into a new project</source>
        <translation>ليس في هذا المشروع مخطط وسوم: استعد نسخة احتياطية، أو استورد وثائقه إلى مشروع جديد</translation>
    </message>
    <message>
        <source>this project may only be read: work on a copy</source>
        <translation>هذا المشروع للقراءة فقط: اعمل على نسخة منه</translation>
    </message>
    <message>
        <source>this project's clock stands at the end of time: export the documents and import them into a new one</source>
        <translation>بلغت ساعة هذا المشروع آخر الزمن: صدّر الوثائق واستوردها إلى مشروع جديد</translation>
    </message>
    <message>
        <source>this span was erased meanwhile: mark it again</source>
        <translation>مُحي هذا المقطع في هذه الأثناء: ضع الوسم من جديد</translation>
    </message>
    <message>
        <source>this stretch is marked so already: choose another label or another stretch</source>
        <translation>هذا الموضع موسوم هكذا من قبل: اختر وسمًا آخر أو موضعًا آخر</translation>
    </message>
    <message>
        <source>train, dev or test</source>
        <translation>train أو dev أو test</translation>
    </message>
    <message>
        <source>unpack it and open the project in it; texts are brought in with annotator import</source>
        <translation>فُكّ ضغطه وافتح المشروع الذي فيه؛ أما النصوص فتُجلب بأمر الاستيراد</translation>
    </message>
    <message>
        <source>update this one, or ask for an export</source>
        <translation>حدّث هذا البرنامج، أو اطلب ملفًا مصدَّرًا</translation>
    </message>
    <message>
        <source>verdict {id}</source>
        <translation>الحكم {id}</translation>
    </message>
    <message>
        <source>was made by a newer Annotator (format {version}, this one knows {known})</source>
        <translation>أنشأه إصدار أحدث من البرنامج (الصيغة {version}، وهذا يعرف {known})</translation>
    </message>
    <message>
        <source>what it decided for is not in the project</source>
        <translation>ما قرره ليس في المشروع</translation>
    </message>
    <message>
        <source>what it is about is not in the project</source>
        <translation>ما تتناوله ليس في المشروع</translation>
    </message>
    <message>
        <source>what it judges is not in the project</source>
        <translation>ما يحكم عليه ليس في المشروع</translation>
    </message>
    <message>
        <source>what its near copies are known by is not that of its text</source>
        <translation>ما تُعرف به النسخ القريبة منه لا يطابق نصه</translation>
    </message>
    <message>
        <source>what merges brought</source>
        <translation>ما جلبته عمليات الدمج</translation>
    </message>
    <message>
        <source>write it with LF line ends, offsets counted so</source>
        <translation>اكتبه بنهايات أسطر LF، والمواضع معدودة عليها</translation>
    </message>
    <message>
        <source>write it {value}</source>
        <translation>اكتبها {value}</translation>
    </message>
    <message>
        <source>written by a newer Annotator: update this one</source>
        <translation>كتبه إصدار أحدث من البرنامج: حدّث هذا</translation>
    </message>
    <message>
        <source>{attribute} and {other} are missing</source>
        <translation>{attribute} و{other}: قيمتان ناقصتان</translation>
    </message>
    <message>
        <source>{attribute} cannot be {value}</source>
        <translation>{attribute}: لا تصلح القيمة {value}</translation>
    </message>
    <message>
        <source>{attribute} is missing</source>
        <translation>{attribute}: قيمة ناقصة</translation>
    </message>
    <message>
        <source>{count} of the versions that it brought are not in the project</source>
        <translation>{count} من الإصدارات التي جلبها ليست في المشروع</translation>
    </message>
    <message>
        <source>{count} problems so far</source>
        <translation>{count} مشكلة حتى الآن</translation>
    </message>
    <message>
        <source>{cue} denies, and the act is another</source>
        <translation>{cue} لفظ نفي، وفعل الكلام غير ذلك</translation>
    </message>
    <message>
        <source>{current} of {count}</source>
        <translation>{current} من {count}</translation>
    </message>
    <message>
        <source>{done} {label}: “{words}”</source>
        <translation>{done} {label}: «{words}»</translation>
    </message>
    <message>
        <source>{done}: “{words}”</source>
        <translation>{done}: «{words}»</translation>
    </message>
    <message>
        <source>{encoding}, a guess</source>
        <translation>{encoding}، تخمين</translation>
    </message>
    <message>
        <source>{here} is not what {qualifier} has</source>
        <translation>{here} لا يناسب {qualifier}</translation>
    </message>
    <message>
        <source>{label}: {text}, {start} to {end}</source>
        <translation>{label}: {text}، من {start} إلى {end}</translation>
    </message>
    <message>
        <source>{key} is kept for labels. Press another key.</source>
        <translation>{key} محفوظ للوسوم. اضغط مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>{key} is left to the system. Press another key.</source>
        <translation>{key} متروك للنظام. اضغط مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>{key} is the key of the label {label}. Press another one.</source>
        <translation>{key} هو مفتاح الوسم {label}. اضغط مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>{key} is the key of “{command}”, which keeps it. Press another one.</source>
        <translation>{key} هو مفتاح «{command}» ولا يتغير. اضغط مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>{key} is the key of “{command}”. Press another one, or give that command another key first.</source>
        <translation>{key} هو مفتاح «{command}». اضغط مفتاحًا آخر، أو أعط ذلك الأمر مفتاحًا غيره أولًا.</translation>
    </message>
    <message>
        <source>{key}: {fix}</source>
        <translation>{key}: {fix}</translation>
    </message>
    <message>
        <source>{name} is in {country} elsewhere: {count} times</source>
        <translation>{name} في {country} في مواضع أخرى، عددها {count}</translation>
    </message>
    <message>
        <source>{name} is no attribute of this label</source>
        <translation>{name} ليست من سمات هذا التصنيف</translation>
    </message>
    <message>
        <source>{name}: a line is longer than 256 MiB; split the file</source>
        <translation>{name}: سطر أطول من 256 ميبيبايت؛ قسّم الملف</translation>
    </message>
    <message>
        <source>{name}: byte {byte} is not UTF-8 and the encoding is in doubt, or this is no text; choose it (--encoding: {offered})</source>
        <translation>{name}: البايت {byte} ليس UTF-8 والترميز غير مؤكد، أو أن هذا ليس نصًا؛ اختر ترميزه ({offered})</translation>
    </message>
    <message>
        <source>{name}: byte {byte} is not {encoding}; choose its encoding (--encoding: {offered})</source>
        <translation>{name}: البايت {byte} ليس {encoding}؛ اختر ترميزه ({offered})</translation>
    </message>
    <message>
        <source>{name}: cannot be read ({why}); copy it to this computer and try again</source>
        <translation>{name}: لا يمكن قراءته ({why})؛ انسخه إلى هذا الحاسوب وأعد المحاولة</translation>
    </message>
    <message>
        <source>{name}: holds no text; nothing to import</source>
        <translation>{name}: ليس فيه نص؛ لا شيء يُستورد</translation>
    </message>
    <message>
        <source>{name}: is larger than 1 GB; split it</source>
        <translation>{name}: أكبر من 1 غيغابايت؛ قسّمه</translation>
    </message>
    <message>
        <source>{name}: is larger than 64 MB, too long for one document; split it</source>
        <translation>{name}: أكبر من 64 ميغابايت، وهذا أطول من أن يكون وثيقة واحدة؛ قسّمه</translation>
    </message>
    <message>
        <source>{name}: is {kind}, not text; save its text as .txt and import that</source>
        <translation>{name}: {kind} وليس نصًا؛ احفظ نصه بصيغة ‎.txt واستورده</translation>
    </message>
    <message>
        <source>{name}: is {kind}, not text; unpack it and import what is in it</source>
        <translation>{name}: {kind} وليس نصًا؛ فُكّ ضغطه واستورد ما فيه</translation>
    </message>
    <message>
        <source>{name}: is {kind}, not text; unpack it, or save its text as .txt, and import that</source>
        <translation>{name}: {kind} وليس نصًا؛ فُكّ ضغطه أو احفظ نصه بصيغة ‎.txt، ثم استورد ذلك</translation>
    </message>
    <message>
        <source>{name}: may not be read; change its permissions or choose another file</source>
        <translation>{name}: لا يُسمح بقراءته؛ غيّر أذوناته أو اختر ملفًا آخر</translation>
    </message>
    <message>
        <source>{name}: not a picture format; choose {formats}</source>
        <translation>{name}: ليست صيغة صورة؛ اختر {formats}</translation>
    </message>
    <message>
        <source>{name}: of no known format; give a text (.txt) or native JSONL (.jsonl) file</source>
        <translation>{name}: صيغته غير معروفة؛ اختر نصًا (‎.txt) أو ملف JSONL أصليًا (‎.jsonl)</translation>
    </message>
    <message>
        <source>{name}: there is no encoding {encoding}; use one of {offered}</source>
        <translation>{name}: لا يوجد ترميز {encoding}؛ استخدم واحدًا من {offered}</translation>
    </message>
    <message>
        <source>{name}: there is no such file; check the path</source>
        <translation>{name}: لا يوجد ملف كهذا؛ تحقق من المسار</translation>
    </message>
    <message>
        <source>{name}: {what}; give a text or JSONL file</source>
        <translation>{name}: {what}؛ اختر نصًا أو ملف JSONL</translation>
    </message>
    <message>
        <source>{name}: {what}; {remedy}</source>
        <translation>{name}: {what}؛ {remedy}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{number} is not a number that JSON knows</source>
        <translation>{number} ليس عددًا يعرفه JSON</translation>
    </message>
    <message>
        <source>{number} is too large a number</source>
        <translation>{number} عدد أكبر مما يجوز</translation>
    </message>
    <message>
        <source>{number} pixels</source>
        <translation>{number} بكسل</translation>
    </message>
    <message>
        <source>{place}: {what}; {remedy}</source>
        <translation>{place}: {what}؛ {remedy}</translation>
    </message>
    <message>
        <source>{span}, in {label}</source>
        <translation>{span}، داخل {label}</translation>
    </message>
    <message>
        <source>{places} · code points: {length}</source>
        <translation>{places} · نقاط الترميز: {length}</translation>
    </message>
    <message>
        <source>{relation} cannot go from {head} to {tail}</source>
        <translation>العلاقة {relation} لا تصح من {head} إلى {tail}</translation>
    </message>
    <message>
        <source>{relation} joins a span to itself</source>
        <translation>العلاقة {relation} تربط مقطعًا بنفسه</translation>
    </message>
    <message>
        <source>{value} is no code of a country in ISO 3166, as SYR is</source>
        <translation>{value} ليس رمز بلد في ISO 3166، مثل SYR</translation>
    </message>
    <message>
        <source>{value} is no key of a gazetteer, as geonames:292223 is</source>
        <translation>{value} ليس مفتاحًا في معجم جغرافي، مثل geonames:292223</translation>
    </message>
    <message>
        <source>{span}, related to it by {relation}: {text}</source>
        <translation>{span}، مرتبط به بعلاقة {relation}: {text}</translation>
    </message>
    <message>
        <source>{span}, {relation}: {text}</source>
        <translation>{span}، {relation}: {text}</translation>
    </message>
    <message>
        <source>{what}, not a project</source>
        <translation>{what} وليس مشروعًا</translation>
    </message>
    <message>
        <source>{when} · undone</source>
        <translation>{when} · متراجَع عنه</translation>
    </message>
    <message>
        <source>{where}its text is {given}, but characters {start} to {end} are {there}</source>
        <translation>{where}نصه {given}، لكن المحارف من {start} إلى {end} هي {there}</translation>
    </message>
    <message>
        <source>{where}the key {key} is missing</source>
        <translation>{where}المفتاح {key} ناقص</translation>
    </message>
    <message>
        <source>{where}unknown key {key}</source>
        <translation>{where}مفتاح غير معروف {key}</translation>
    </message>
    <message>
        <source>{where}{key} is {given}, not {wanted}</source>
        <translation>{where}قيمة {key} هي {given} وليست {wanted}</translation>
    </message>
    <message>
        <source>{where}{what}</source>
        <translation>{where}{what}</translation>
    </message>
    <message>
        <source>العربية</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>Everybody's spans</source>
        <translation>مقاطع الجميع</translation>
    </message>
    <message>
        <source>A line for each document and person</source>
        <translation>سطر لكل وثيقة وشخص</translation>
    </message>
    <message>
        <source>Only their spans</source>
        <translation>مقاطعه وحده</translation>
    </message>
    <message>
        <source>Whose spans?</source>
        <translation>مقاطع مَن؟</translation>
    </message>
    <message>
        <source>A part of a name</source>
        <translation>جزء من اسم</translation>
    </message>
    <message>
        <source>another window brought the project to a newer format: close this one, and open it with that Annotator</source>
        <translation>نافذة أخرى حوّلت المشروع إلى صيغة أحدث: أغلق هذه، وافتحه بذلك البرنامج</translation>
    </message>
    <message>
        <source>its last action is another</source>
        <translation>آخر إجراء فيها مختلف</translation>
    </message>
    <message>
        <source>nobody here is called {name}: choose one of {names}, gold or each</source>
        <translation>لا أحد هنا باسم {name}: اختر واحدا من {names} أو gold أو each</translation>
    </message>
    <message>
        <source>several people marked in this project ({names}): choose with --layers each, or one of the names</source>
        <translation>وسم في هذا المشروع عدة أشخاص ({names}): اختر بـ --layers each أو أحد الأسماء</translation>
    </message>
    <message>
        <source>the project changed meanwhile: export it again</source>
        <translation>تغيّر المشروع في الأثناء: صدّره مرة أخرى</translation>
    </message>
    <message>
        <source>the project was opened without a folder for its backups: open it again with one</source>
        <translation>فُتح المشروع بلا مجلد لنسخه الاحتياطية: افتحه مرة أخرى مع مجلد</translation>
    </message>
    <message>
        <source>{name}: a {kind} layer is computed, not imported; import the layers it came from</source>
        <translation>{name}: الطبقة من نوع {kind} تُحسب ولا تُستورد؛ استورد الطبقات التي جاءت منها</translation>
    </message>
    <message>
        <source>everything is saved, but today's backup could not be made: {why}</source>
        <translation>كل شيء محفوظ، لكن تعذرت نسخة اليوم الاحتياطية: {why}</translation>
    </message>
    <message>
        <source>has a {kind} beside it that is no file</source>
        <translation>بجانبه {kind} ليس ملفا</translation>
    </message>
    <message>
        <source>nothing was changed, for the backup before {what} could not be made: {why}</source>
        <translation>لم يتغير شيء، لأن النسخة الاحتياطية قبل {what} تعذرت: {why}</translation>
    </message>
    <message>
        <source>{name}: cannot be brought to format {version} ({why}); nothing was changed: use the Annotator that made it, and report this</source>
        <translation>{name}: لا يمكن تحويله إلى الصيغة {version} ({why})؛ لم يتغير شيء: استعمل البرنامج الذي أنشأه، وأبلغ عن ذلك</translation>
    </message>
    <message>
        <source>{name}: cannot be made ({why}): choose another folder</source>
        <translation>{name}: تعذر إنشاؤه ({why}): اختر مجلدا آخر</translation>
    </message>
    <message>
        <source>{name}: cannot be written ({why}); choose another place</source>
        <translation>{name}: تعذرت كتابته ({why})؛ اختر مكانا آخر</translation>
    </message>
    <message>
        <source>{name}: is being written by another window or program; try again when it has finished</source>
        <translation>{name}: تكتبه الآن نافذة أخرى أو برنامج آخر؛ أعد المحاولة بعد أن ينتهي</translation>
    </message>
    <message>
        <source>{name}: is there already; open it, or choose another name</source>
        <translation>{name}: موجود من قبل؛ افتحه، أو اختر اسما آخر</translation>
    </message>
    <message>
        <source>{name}: read back, the copy is not like the project; run annotator check ({why})</source>
        <translation>{name}: عند إعادة القراءة، ليست النسخة كالمشروع؛ شغّل annotator check ({why})</translation>
    </message>
    <message>
        <source>a colour like #0072B2</source>
        <translation>لونا مثل ‎#0072B2</translation>
    </message>
    <message>
        <source>a digit, a small Latin letter or nothing</source>
        <translation>رقما أو حرفا لاتينيا صغيرا أو لا شيء</translation>
    </message>
    <message>
        <source>a text for each language</source>
        <translation>نصا لكل لغة</translation>
    </message>
    <message>
        <source>fill or bracket</source>
        <translation>fill أو bracket</translation>
    </message>
    <message>
        <source>solid, dashed, dotted or double</source>
        <translation>solid أو dashed أو dotted أو double</translation>
    </message>
    <message>
        <source>{fact} stands there twice</source>
        <translation>{fact} مكرر</translation>
    </message>
    <message>
        <source>{name}: cannot be read ({why}); choose another file</source>
        <translation>{name}: تعذرت قراءته ({why})؛ اختر ملفا آخر</translation>
    </message>
    <message>
        <source>the document is too long for one picture; render it as .pdf</source>
        <translation>الوثيقة أطول من صورة واحدة؛ ارسمها بصيغة ‎.pdf</translation>
    </message>
    <message>
        <source>there is no screen to open a window on: use the verbs of the command line, see annotator --help</source>
        <translation>لا شاشة لفتح نافذة عليها: استعمل أوامر سطر الأوامر، انظر annotator --help</translation>
    </message>
    <message>
        <source>this project cannot be changed, so it takes no texts: open another one</source>
        <translation>لا يمكن تغيير هذا المشروع، فلا يستقبل نصوصا: افتح مشروعا آخر</translation>
    </message>
    <message>
        <source>an analyst needs a name: give one of letters or digits</source>
        <translation>يلزم المحلل اسم: أعط اسما من حروف أو أرقام</translation>
    </message>
    <message>
        <source>{name}: cannot be written over, for it is a project or database; choose another name</source>
        <translation>{name}: مشروع أو قاعدة بيانات، ويبقى كذلك؛ اختر اسما آخر</translation>
    </message>
    <message>
        <source>{name}: cannot be written over, for it is no regular file; choose another name</source>
        <translation>{name}: ليس ملفا عاديا؛ اختر اسما آخر</translation>
    </message>
    <message>
        <source>Save a copy elsewhere</source>
        <translation>حفظ نسخة في مكان آخر</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>حفظ نسخة في مكان آخر…</translation>
    </message>
    <message>
        <source>Open this menu</source>
        <translation>فتح هذه القائمة</translation>
    </message>
    <message>
        <source>a document needs a title: give it one</source>
        <translation>يلزم الوثيقة عنوان: أعطها واحدا</translation>
    </message>
    <message>
        <source>{name}: cannot be read ({why}); choose another folder</source>
        <translation>{name}: تعذرت قراءته ({why})؛ اختر مجلدا آخر</translation>
    </message>
    <message>
        <source>{keep} keeps the edges, {leave} does not</source>
        <translation>{keep} يبقي الحدين، {leave} يردهما</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>لا شيء يطابق.</translation>
    </message>
    <message>
        <source>Menu at the caret</source>
        <translation>قائمة عند المؤشر</translation>
    </message>
    <message>
        <source>the same document in the same layer as line {line}, but not the same about it</source>
        <translation>الوثيقة نفسها في الطبقة نفسها كالسطر {line}، لكن ليس الشيء نفسه عنها</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>استيراد مجلد…</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>استيراد مجلد</translation>
    </message>
    <message>
        <source>{where}holds {key}, which this version cannot keep</source>
        <translation>{where}يحمل {key}، وهذا الإصدار لا يحفظه</translation>
    </message>
    <message>
        <source>take it out of the line, or update Annotator</source>
        <translation>احذفه من السطر، أو حدّث البرنامج</translation>
    </message>
    <message>
        <source>There is no document further that way</source>
        <translation>لا وثيقة بعد هذه في ذلك الاتجاه</translation>
    </message>
    <message>
        <source>There is no span at the caret</source>
        <translation>لا مقطع عند المؤشر</translation>
    </message>
    <message>
        <source>a span that this relation joins was erased meanwhile: choose another one</source>
        <translation>حُذف أثناء ذلك مقطع تصل به هذه العلاقة: اختر غيره</translation>
    </message>
    <message>
        <source>the label schema of this project cannot be read: restore a backup, or run annotator check --rescue</source>
        <translation>لا يمكن قراءة مخطط التصنيفات في هذا المشروع: استعد نسخة احتياطية، أو شغّل annotator check --rescue</translation>
    </message>
    <message>
        <source>this relation cannot join these two: choose another one, or another span</source>
        <translation>لا تصل هذه العلاقة بين هذين المقطعين: اختر علاقة أخرى أو مقطعًا آخر</translation>
    </message>
    <message>
        <source>these two are joined so already: choose another relation, or another span</source>
        <translation>بين هذين المقطعين هذه العلاقة من قبل: اختر علاقة أخرى أو مقطعًا آخر</translation>
    </message>
    <message>
        <source>the note says nothing: write something first</source>
        <translation>الملاحظة فارغة: اكتب شيئًا أولًا</translation>
    </message>
    <message>
        <source>the note is longer than {most} characters: shorten it</source>
        <translation>الملاحظة أطول من {most} حرف: اختصرها</translation>
    </message>
    <message>
        <source>this note was taken away meanwhile: write another one</source>
        <translation>أزيلت هذه الملاحظة أثناء ذلك: اكتب غيرها</translation>
    </message>
    <message>
        <source>this span is under another label meanwhile: look at it again</source>
        <translation>صار هذا المقطع تحت تصنيف آخر أثناء ذلك: انظر إليه من جديد</translation>
    </message>
    <message>
        <source>a mention was erased or put under another label meanwhile: look at the entities again</source>
        <translation>حُذف أحد مواضع الذكر أو صار تحت وسم آخر أثناء ذلك: انظر إلى الكيانات من جديد</translation>
    </message>
    <message>
        <source>an entity needs a name: give it one</source>
        <translation>يلزم الكيانَ اسم: أعطه واحدًا</translation>
    </message>
    <message>
        <source>these mentions are counted under this name already: give another one, or none</source>
        <translation>تُجمع هذه المواضع تحت هذا الاسم من قبل: أعطها اسمًا آخر، أو لا اسم</translation>
    </message>
    <message>
        <source>spans of this label have no name: add the attribute canonical to it in the schema</source>
        <translation>ليس لمقاطع هذا الوسم اسم: أضف إليه الخاصية canonical في المخطط</translation>
    </message>
    <message>
        <source>{name} cannot be {value}: choose another value</source>
        <translation>لا يمكن أن تكون قيمة {name} هي {value}: اختر قيمة أخرى</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Spans beside the text</source>
        <translation>المقاطع بجانب النص</translation>
    </message>
    <message>
        <source>Relations beside the text</source>
        <translation>العلاقات بجانب النص</translation>
    </message>
    <message>
        <source>Guidelines beside the text</source>
        <translation>دليل الوسم بجانب النص</translation>
    </message>
    <message>
        <source>What the guidelines say of the label</source>
        <translation>ما يقوله الدليل عن التصنيف</translation>
    </message>
    <message>
        <source>Panels beside the text</source>
        <translation>اللوحات بجانب النص</translation>
    </message>
    <message>
        <source>Names beside the text</source>
        <translation>الأسماء بجانب النص</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Notes of which documents</source>
        <translation>ملاحظات أي وثائق</translation>
    </message>
    <message>
        <source>Notes: {count}</source>
        <translation>الملاحظات: {count}</translation>
    </message>
    <message>
        <source>Nothing is noted here.</source>
        <translation>لا ملاحظات هنا.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>إعادة الفتح</translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation>ما لم يُحسم</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>البشتوية</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>الفارسية</translation>
    </message>
    <message>
        <source>Press {note} to note something on a span or the document, {question} to ask the reviewer.</source>
        <translation>اضغط {note} لتدوين ملاحظة على مقطع أو على الوثيقة، و{question} لسؤال المراجع.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>سؤال</translation>
    </message>
    <message>
        <source>Question for the reviewer…</source>
        <translation>سؤال للمراجع…</translation>
    </message>
    <message>
        <source>Question on the document</source>
        <translation>سؤال عن الوثيقة</translation>
    </message>
    <message>
        <source>Question on {words}</source>
        <translation>سؤال عن {words}</translation>
    </message>
    <message>
        <source>Question {place} of {count}: {words}</source>
        <translation>السؤال {place} من {count}: {words}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>إزالة {name}</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>حسم</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>الروسية</translation>
    </message>
    <message>
        <source>Spans: {spans} · open questions: {count}</source>
        <translation>المقاطع: {spans} · أسئلة مفتوحة: {count}</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>نص الملاحظة</translation>
    </message>
    <message>
        <source>The whole note</source>
        <translation>نص الملاحظة كاملًا</translation>
    </message>
    <message>
        <source>There is a fact of this name already: change it in its place</source>
        <translation>يوجد بيان بهذا الاسم: عدّله في مكانه</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>هنا</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <source>Checks beside the text</source>
        <translation>الفحص بجانب النص</translation>
    </message>
    <message>
        <source>Notes beside the text</source>
        <translation>الملاحظات بجانب النص</translation>
    </message>
    <message>
        <source>Facts about the document beside the text</source>
        <translation>بيانات الوثيقة بجانب النص</translation>
    </message>
    <message>
        <source>This document</source>
        <translation>هذه الوثيقة</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>كل الوثائق</translation>
    </message>
    <message>
        <source>There is no span further that way</source>
        <translation>لا مقطع بعد هذا في ذلك الاتجاه</translation>
    </message>
    <message>
        <source>another project is open by now: save a copy of that one, or open this one again</source>
        <translation>فُتح مشروع آخر في الأثناء: احفظ نسخة منه، أو افتح هذا مرة أخرى</translation>
    </message>
    <message>
        <source>Saving a copy elsewhere…</source>
        <translation>جارٍ حفظ نسخة في مكان آخر…</translation>
    </message>
    <message>
        <source>the project was closed meanwhile: open it again</source>
        <translation>أُغلق المشروع في الأثناء: افتحه مرة أخرى</translation>
    </message>
    <message>
        <source>{name}: the label "{label}" is not in this project; add it to the schema, or make a project with its schema</source>
        <translation>{name}: التصنيف «{label}» ليس في هذا المشروع؛ أضفه إلى المخطط، أو أنشئ مشروعا بمخططه</translation>
    </message>
    <message>
        <source>{name}: the relation "{label}" is not in this project; add it to the schema, or make a project with its schema</source>
        <translation>{name}: العلاقة «{label}» ليست في هذا المشروع؛ أضفها إلى المخطط، أو أنشئ مشروعا بمخططه</translation>
    </message>
    <message>
        <source>{where}the key {key} is the program's own</source>
        <translation>{where}المفتاح {key} يخص البرنامج نفسه</translation>
    </message>
    <message>
        <source>meta: </source>
        <translation>البيانات: </translation>
    </message>
    <message>
        <source>this project is on a network share, where two windows could spoil it: work on a copy on this computer</source>
        <translation>هذا المشروع على مجلد شبكة، حيث قد تفسده نافذتان: احفظ نسخة على هذا الحاسوب واعمل فيها</translation>
    </message>
    <message>
        <source>another project is open by now: import the texts again, if they belong there</source>
        <translation>فُتح مشروع آخر في الأثناء: استورد النصوص مرة أخرى إن كانت تخصه</translation>
    </message>
    <message>
        <source>{name}: nothing of a project is left in it; open a backup</source>
        <translation>{name}: لم يبقَ فيه شيء من مشروع؛ افتح نسخة احتياطية</translation>
    </message>
    <message>
        <source>no good backup of this project</source>
        <translation>لا توجد نسخة احتياطية سليمة لهذا المشروع</translation>
    </message>
    <message>
        <source>is open in this window</source>
        <translation>مفتوح في هذه النافذة</translation>
    </message>
    <message>
        <source>close it first</source>
        <translation>أغلقه أولًا</translation>
    </message>
    <message>
        <source>Rescued from a damaged file</source>
        <translation>إنقاذ من ملف تالف</translation>
    </message>
    <message>
        <source>{name}: the backup could not be put in its place ({why}); the project is kept as {aside}: rename that</source>
        <translation>{name}: تعذر وضع النسخة الاحتياطية مكانه ({why})؛ المشروع محفوظ باسم {aside}: أعد تسميته</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>النسخ الاحتياطية…</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Open a copy…</source>
        <translation>فتح نسخة مستقلة…</translation>
    </message>
    <message>
        <source>Use this one…</source>
        <translation>استعمال هذه…</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>استعمال هذه</translation>
    </message>
    <message>
        <source>Before an import</source>
        <translation>قبل استيراد</translation>
    </message>
    <message>
        <source>Before an upgrade to format {version}</source>
        <translation>قبل الترقية إلى الصيغة {version}</translation>
    </message>
    <message>
        <source>Before: {what}</source>
        <translation>قبل: {what}</translation>
    </message>
    <message>
        <source>None yet. A backup is made each day with the first change, and before large steps such as big imports.</source>
        <translation>لا نسخ بعد. تُنشأ نسخة احتياطية كل يوم مع أول تغيير، وقبل الخطوات الكبيرة مثل استيراد نصوص كثيرة.</translation>
    </message>
    <message>
        <source>Actions: {count}</source>
        <translation>الإجراءات: {count}</translation>
    </message>
    <message>
        <source>Has actions that the project lacks now</source>
        <translation>فيها إجراءات ليست في المشروع الآن</translation>
    </message>
    <message>
        <source>Actions done since: {count}</source>
        <translation>إجراءات بعدها: {count}</translation>
    </message>
    <message>
        <source>The same as now</source>
        <translation>مطابقة للحال الآن</translation>
    </message>
    <message>
        <source>Open a copy of the backup</source>
        <translation>فتح نسخة مستقلة من النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Put the backup of {when} in the place of {name}?</source>
        <translation>أتوضع النسخة الاحتياطية بتاريخ {when} مكان {name}؟</translation>
    </message>
    <message>
        <source>Backup of {when}. Kept beside it: {file}</source>
        <translation>نسخة {when}. حُفظ إلى جانبها: {file}</translation>
    </message>
    <message>
        <source>Backup of {when}</source>
        <translation>نسخة {when}</translation>
    </message>
    <message>
        <source>Putting the backup in its place…</source>
        <translation>توضع النسخة الاحتياطية في مكانها…</translation>
    </message>
    <message>
        <source>another project is open by now: open this one again to use its backup</source>
        <translation>فُتح مشروع آخر في الأثناء: افتح هذا مرة أخرى لاستعمال نسخته الاحتياطية</translation>
    </message>
    <message>
        <source>Backups of {name}</source>
        <translation>النسخ الاحتياطية للمشروع {name}</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>يومية</translation>
    </message>
    <message>
        <source>A copy is a project of its own, and this one stays. One that is used here takes the place of this one.</source>
        <translation>النسخة المستقلة مشروع قائم بذاته، ويبقى هذا كما هو. أما ما يُستعمل هنا فيحل محل هذا المشروع.</translation>
    </message>
    <message>
        <source>The present file is kept in the same folder, with “before restore” and the time in its name.</source>
        <translation>يُحفظ الملف الحالي في المجلد نفسه، وفي اسمه «before restore» والوقت.</translation>
    </message>
    <message>
        <source>Open the other copy</source>
        <translation>افتح النسخة الأخرى</translation>
    </message>
    <message>
        <source>This project lies in a folder of {service}. Work on it on one computer at a time, close it before you open it on another, and give colleagues a copy.</source>
        <translation>يقع هذا المشروع في مجلد تزامنه خدمة {service}. اعمل عليه على حاسوب واحد في كل مرة، وأغلقه قبل أن تفتحه على حاسوب آخر، وأعطِ زملاءك نسخة منه.</translation>
    </message>
    <message>
        <source>Two computers changed this project, and so there is another copy beside it: {names}</source>
        <translation>غُيّر هذا المشروع على حاسوبين، فصارت بجانبه نسخة أخرى: {names}</translation>
    </message>
    <message>
        <source>what was done there is no longer in the project as it was, for a merge was taken back or another program changed it: it cannot be taken back itself</source>
        <translation>ما جرى هناك لم يعد في المشروع كما كان، فقد تُرُوجع عن دمج أو غيّره برنامج آخر: لا يمكن التراجع عنه</translation>
    </message>
    <message>
        <source>open a backup and compare</source>
        <translation>افتح نسخة احتياطية وقارن</translation>
    </message>
    <message>
        <source>open a backup and compare, or accept what is there: annotator check --reseal</source>
        <translation>افتح نسخة احتياطية وقارن، أو اقبل ما هو موجود: annotator check --reseal</translation>
    </message>
    <message>
        <source>rows were changed by something else than Annotator</source>
        <translation>غيّر صفوفَه شيءٌ آخر غير Annotator</translation>
    </message>
    <message>
        <source>file</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>الجداول</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>المقاطع</translation>
    </message>
    <message>
        <source>cannot be read to the end ({why})</source>
        <translation>لا تمكن قراءته إلى آخره ({why})</translation>
    </message>
    <message>
        <source>damaged: {why}</source>
        <translation>تالف: {why}</translation>
    </message>
    <message>
        <source>are not those of a project</source>
        <translation>ليست جداول مشروع</translation>
    </message>
    <message>
        <source>history, action {number}</source>
        <translation>السجل، الإجراء {number}</translation>
    </message>
    <message>
        <source>is missing or was altered</source>
        <translation>مفقود أو جرى تغييره</translation>
    </message>
    <message>
        <source>{table} of {place}</source>
        <translation>{table} في {place}</translation>
    </message>
    <message>
        <source>{where}, past versions</source>
        <translation>{where}، الإصدارات السابقة</translation>
    </message>
    <message>
        <source>{count} of them have no document or no layer</source>
        <translation>{count} منها بلا وثيقة أو بلا طبقة</translation>
    </message>
    <message>
        <source>document {id}</source>
        <translation>الوثيقة {id}</translation>
    </message>
    <message>
        <source>its text is not the one that was imported</source>
        <translation>نصه ليس النص الذي استُورد</translation>
    </message>
    <message>
        <source>{count} of them have no document</source>
        <translation>{count} منها بلا وثيقة</translation>
    </message>
    <message>
        <source>span {id}</source>
        <translation>المقطع {id}</translation>
    </message>
    <message>
        <source>characters {start} to {end} are not those marked</source>
        <translation>المحارف من {start} إلى {end} ليست التي وُسمت</translation>
    </message>
    <message>
        <source>erase it, mark again</source>
        <translation>امحه وأعد الوسم</translation>
    </message>
    <message>
        <source>begins or ends inside a character and its marks</source>
        <translation>يبدأ أو ينتهي داخل حرف وعلاماته</translation>
    </message>
    <message>
        <source>move its edge</source>
        <translation>حرّك حدّه</translation>
    </message>
    <message>
        <source>its label or its layer is not in the project</source>
        <translation>وسمه أو طبقته ليست في المشروع</translation>
    </message>
    <message>
        <source>{count} past versions are newer than the present ones</source>
        <translation>{count} من الإصدارات السابقة أحدث من الحالية</translation>
    </message>
    <message>
        <source>{count} rows are dated a day ahead or more</source>
        <translation>{count} من الصفوف مؤرخة بعد يوم من الآن أو أكثر</translation>
    </message>
    <message>
        <source>set the clock of that computer</source>
        <translation>اضبط ساعة ذلك الحاسوب</translation>
    </message>
    <message>
        <source>was left over when a file was being written</source>
        <translation>بقي من كتابة ملف لم تكتمل</translation>
    </message>
    <message>
        <source>delete it</source>
        <translation>احذفه</translation>
    </message>
    <message>
        <source>lies in a folder of {service}, which copies it elsewhere while it is in use</source>
        <translation>يقع في مجلد تزامنه خدمة {service}، وهي تنسخه إلى مكان آخر في أثناء استعماله</translation>
    </message>
    <message>
        <source>close it before it is opened on another computer</source>
        <translation>أغلقه قبل أن يُفتح على حاسوب آخر</translation>
    </message>
    <message>
        <source>is another copy of this project, made when two computers changed it</source>
        <translation>نسخة أخرى من هذا المشروع نشأت حين غُيّر على حاسوبين</translation>
    </message>
    <message>
        <source>open it and compare</source>
        <translation>افتحه وقارن</translation>
    </message>
    <message>
        <source>other users of this computer may read it</source>
        <translation>يمكن لمستخدمي هذا الحاسوب الآخرين قراءته</translation>
    </message>
    <message>
        <source>chmod 600 {file}</source>
        <translation>نفّذ chmod 600 {file}</translation>
    </message>
    <message>
        <source>{name}: nothing was accepted, for something else is wrong too ({where}: {what}); {remedy}</source>
        <translation>{name}: لم يُقبل شيء، فثمة خلل آخر أيضًا ({where}: {what})؛ {remedy}</translation>
    </message>
    <message>
        <source>Changes by another program accepted</source>
        <translation>قُبلت تغييرات أجراها برنامج آخر</translation>
    </message>
    <message>
        <source>Check the project</source>
        <translation>فحص المشروع</translation>
    </message>
    <message>
        <source>Checking the project…</source>
        <translation>جارٍ فحص المشروع…</translation>
    </message>
    <message>
        <source>Accept what is in the project now, as if you had done it? A backup is made first.</source>
        <translation>أتقبل ما في المشروع الآن كأنك أنت من أجراه؟ تُحفظ نسخة احتياطية أولًا.</translation>
    </message>
    <message>
        <source>This cannot be undone, but the backup can be opened.</source>
        <translation>لا يمكن التراجع عن هذا، لكن يمكن فتح النسخة الاحتياطية.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>اقبل</translation>
    </message>
    <message>
        <source>Accepted: the project is whole as it is now</source>
        <translation>قُبل: المشروع سليم كما هو الآن</translation>
    </message>
    <message>
        <source>Documents checked: {documents}, spans: {spans}</source>
        <translation>الوثائق المفحوصة: {documents}، المقاطع: {spans}</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>Accept the present content…</source>
        <translation>اقبل المحتوى الحالي…</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>خلل</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>للنظر فيه</translation>
    </message>
    <message>
        <source>Nothing is wrong</source>
        <translation>لا خلل في المشروع</translation>
    </message>
    <message>
        <source>Nothing is wrong, but there is something to look at</source>
        <translation>لا خلل في المشروع، لكن فيه ما يُنظر فيه</translation>
    </message>
    <message>
        <source>Found to be wrong: {count}</source>
        <translation>مواضع الخلل: {count}</translation>
    </message>
    <message>
        <source>Rescue into a new project</source>
        <translation>إنقاذ في مشروع جديد</translation>
    </message>
    <message>
        <source>Rescuing what is left of the project…</source>
        <translation>يجري إنقاذ ما بقي من المشروع…</translation>
    </message>
    <message>
        <source>Rescued</source>
        <translation>إنقاذ</translation>
    </message>
    <message>
        <source>Safe now: documents {documents}, spans {spans}</source>
        <translation>صار في أمان: الوثائق {documents}، المقاطع {spans}</translation>
    </message>
    <message>
        <source>It was put together from the damaged file and its newest good backup. The damaged file was not changed.</source>
        <translation>جُمع من الملف التالف وأحدث نسخة احتياطية سليمة له. لم يُغيَّر الملف التالف.</translation>
    </message>
    <message>
        <source>It was read out of the damaged file alone. The damaged file was not changed.</source>
        <translation>قُرئ من الملف التالف وحده. لم يُغيَّر الملف التالف.</translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation>لم يُفقد شيء.</translation>
    </message>
    <message>
        <source>Rescue what is left…</source>
        <translation>إنقاذ ما بقي…</translation>
    </message>
    <message>
        <source>a part of its text is lost: what is left of it is another document now, with {spans} of its spans</source>
        <translation>ضاع جزء من نصها: ما بقي منه صار وثيقة أخرى، ومعها {spans} من مقاطعها</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>لا يمكن قراءته</translation>
    </message>
    <message>
        <source>differs from another of the same version</source>
        <translation>يختلف عن آخر من الإصدار نفسه</translation>
    </message>
    <message>
        <source>is dated a day ahead or more</source>
        <translation>تاريخه متقدم بيوم أو أكثر</translation>
    </message>
    <message>
        <source>is not what was written there</source>
        <translation>ليس ما كُتب هناك</translation>
    </message>
    <message>
        <source>its text cannot be read</source>
        <translation>لا يمكن قراءة نصها</translation>
    </message>
    <message>
        <source>its text is lost</source>
        <translation>ضاع نصه</translation>
    </message>
    <message>
        <source>its title was lost: its first line stands for it</source>
        <translation>ضاع عنوانها: حلّ سطرها الأول محله</translation>
    </message>
    <message>
        <source>label</source>
        <translation>وسم</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>طبقة المحلل</translation>
    </message>
    <message>
        <source>look at its name and colour</source>
        <translation>راجع اسمه ولونه</translation>
    </message>
    <message>
        <source>look at the labels and their colours</source>
        <translation>راجع الوسوم وألوانها</translation>
    </message>
    <message>
        <source>look in the backups</source>
        <translation>ابحث في النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>only the name is missing</source>
        <translation>الاسم وحده مفقود</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>علاقة</translation>
    </message>
    <message>
        <source>rename it</source>
        <translation>أعد تسميتها</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>المخطط</translation>
    </message>
    <message>
        <source>source</source>
        <translation>بيانات الوثيقة</translation>
    </message>
    <message>
        <source>span</source>
        <translation>مقطع</translation>
    </message>
    <message>
        <source>state</source>
        <translation>حالة الوثيقة</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>حكم</translation>
    </message>
    <message>
        <source>was lost and is made anew</source>
        <translation>ضاع وأُنشئ من جديد</translation>
    </message>
    <message>
        <source>was lost: that of a new project stands in its place</source>
        <translation>ضاع: حلّ محله مخطط مشروع جديد</translation>
    </message>
    <message>
        <source>{count} rows cannot be read, nobody knows of what</source>
        <translation>لا يمكن قراءة {count} صفوف لا يُعرف ما هي</translation>
    </message>
    <message>
        <source>{count} rows of {table} are lost with its text</source>
        <translation>ضاع مع نصها {count} صفوف ({table})</translation>
    </message>
    <message>
        <source>{lost} of {all} rows cannot be read</source>
        <translation>لا يمكن قراءة {lost} من {all} صفوف</translation>
    </message>
    <message>
        <source>{table} {id}</source>
        <translation>{table} {id}</translation>
    </message>
    <message>
        <source>{table} {id} of {place}</source>
        <translation>{table} {id} في {place}</translation>
    </message>
    <message>
        <source>not all of the {count} rows are as they were written</source>
        <translation>ليست كل الصفوف وعددها {count} كما كُتبت</translation>
    </message>
    <message>
        <source>how many rows there were is lost for some of them: nobody knows whether all were found</source>
        <translation>ضاع عدد بعض الصفوف، فلا يُعرف هل وُجدت كلها</translation>
    </message>
    <message>
        <source>what you did here is not saved yet, so the other project was not opened: save it or give it up first</source>
        <translation>ما فعلته هنا لم يُحفظ بعد، ولذلك لم يُفتح المشروع الآخر: احفظه أو تخلَّ عنه أولًا</translation>
    </message>
    <message>
        <source>has lost what it knows of itself</source>
        <translation>فقد ما يعرفه عن نفسه</translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation>ملف XML</translation>
    </message>
    <message>
        <source>a text document of a word processor</source>
        <translation>مستند من معالج نصوص</translation>
    </message>
    <message>
        <source>document {title}: what was marked or noted was changed by something else than Annotator; run annotator check</source>
        <translation>الوثيقة {title}: غيّر شيءٌ غير Annotator ما وُسم فيها أو دُوِّن عنها؛ شغّل annotator check</translation>
    </message>
    <message>
        <source>its last actions are missing</source>
        <translation>آخر الأفعال فيه مفقودة</translation>
    </message>
    <message>
        <source>history</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>the project's file was renamed, deleted or replaced by another program: put it back in its place and try again, or find it where it is now</source>
        <translation>أعاد برنامج آخر تسمية ملف المشروع أو حذفه أو استبدله: أعده إلى مكانه وأعد المحاولة، أو ابحث عنه حيث هو الآن</translation>
    </message>
    <message>
        <source>{name}: this is another project: find the file of the one that is open, or save a copy elsewhere</source>
        <translation>{name}: هذا مشروع آخر: ابحث عن ملف المشروع المفتوح، أو احفظ نسخة في مكان آخر</translation>
    </message>
    <message>
        <source>{name}: this project went on in another way there, without what was done last here: find another file of it, or save a copy elsewhere</source>
        <translation>{name}: مضى هذا المشروع هناك في طريق آخر، ومن دون آخر ما جرى هنا: ابحث عن ملف آخر له، أو احفظ نسخة في مكان آخر</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>البحث عنه…</translation>
    </message>
    <message>
        <source>Find the project</source>
        <translation>البحث عن المشروع</translation>
    </message>
    <message>
        <source>Looking whether it is the same project…</source>
        <translation>يُنظر هل هو المشروع نفسه…</translation>
    </message>
    <message>
        <source>History of the span</source>
        <translation>سجل المقطع</translation>
    </message>
    <message>
        <source>As it is now, and below that as it was before.</source>
        <translation>كما هو الآن، وتحته كما كان من قبل.</translation>
    </message>
    <message>
        <source>Nothing is known of this span here.</source>
        <translation>لا يُعرف هنا شيء عن هذا المقطع.</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>على هذا الحاسوب</translation>
    </message>
    <message>
        <source>on another computer</source>
        <translation>على حاسوب آخر</translation>
    </message>
    <message>
        <source>Show its history</source>
        <translation>عرض سجله</translation>
    </message>
    <message>
        <source>Waiting: another window is importing or writing</source>
        <translation>انتظار: نافذة أخرى تستورد أو تكتب</translation>
    </message>
    <message>
        <source>{waits} · not saved: {count}</source>
        <translation>{waits} · لم يُحفظ: {count}</translation>
    </message>
    <message>
        <source>another window or program is writing to the project: this one tries again until it has finished</source>
        <translation>نافذة أخرى أو برنامج آخر يكتب في المشروع: تعيد هذه النافذة المحاولة حتى ينتهي</translation>
    </message>
    <message>
        <source>an edge cannot go past the other end of its part: take that part out of the span instead</source>
        <translation>لا يتجاوز الحد الطرف الآخر من جزئه: أخرج ذلك الجزء من المقطع بدلًا من ذلك</translation>
    </message>
    <message>
        <source>nothing would be left of the span: erase it instead</source>
        <translation>لن يبقى من المقطع شيء: امحه بدلًا من ذلك</translation>
    </message>
    <message>
        <source>Part added</source>
        <translation>أُضيف جزء</translation>
    </message>
    <message>
        <source>Part taken out</source>
        <translation>أُخرج جزء</translation>
    </message>
    <message>
        <source>Add a part to the span, or take one out</source>
        <translation>إضافة جزء إلى المقطع أو إخراجه منه</translation>
    </message>
    <message>
        <source>Select what to add to the span, or what to take out of it</source>
        <translation>حدد ما تضيفه إلى المقطع أو ما تخرجه منه</translation>
    </message>
    <message>
        <source>No span is in focus: click the one that gets another part</source>
        <translation>لا مقطع مختار: انقر المقطع الذي تضيف إليه جزءًا</translation>
    </message>
    <message>
        <source>Parts of the span: {count}</source>
        <translation>أجزاء المقطع: {count}</translation>
    </message>
    <message>
        <source>Prefixed letters in or out</source>
        <translation>إخراج ما اتصل بأول الكلمة أو إدخاله</translation>
    </message>
    <message>
        <source>Pronoun at the end in or out</source>
        <translation>إخراج الضمير المتصل بآخر الكلمة أو إدخاله</translation>
    </message>
    <message>
        <source>Quotes or brackets in or out</source>
        <translation>إدخال علامات الاقتباس أو الأقواس أو إخراجها</translation>
    </message>
    <message>
        <source>Nothing to leave out in front of this word</source>
        <translation>لا شيء متصل بأول هذه الكلمة</translation>
    </message>
    <message>
        <source>No pronoun to leave out at the end of this word</source>
        <translation>لا ضمير متصل بآخر هذه الكلمة</translation>
    </message>
    <message>
        <source>No quotes or brackets stand around this</source>
        <translation>لا علامات اقتباس ولا أقواس حول هذا</translation>
    </message>
    <message>
        <source>The whole word · {key} again leaves out {cut}</source>
        <translation>الكلمة كلها · {key} مرة أخرى يُخرج {cut}</translation>
    </message>
    <message>
        <source>Left out: {cut} · {key} again takes the whole word</source>
        <translation>أُخرج: {cut} · {key} مرة أخرى يعيد الكلمة كلها</translation>
    </message>
    <message>
        <source>Left out: {cut} · {key} again leaves out {further}</source>
        <translation>أُخرج: {cut} · {key} مرة أخرى يُخرج {further}</translation>
    </message>
    <message>
        <source>Mark with the label used last</source>
        <translation>الوسم بآخر وسم استُعمل</translation>
    </message>
    <message>
        <source>Select some text first</source>
        <translation>حدد نصًا أولًا</translation>
    </message>
    <message>
        <source>Click the span first that this is about</source>
        <translation>انقر أولًا المقطع المقصود</translation>
    </message>
    <message>
        <source>Select some text first, or click a span</source>
        <translation>حدد نصًا أولًا، أو انقر مقطعًا</translation>
    </message>
    <message>
        <source>No label was given yet: press the key of one</source>
        <translation>لم يوضع وسم بعد: اضغط مفتاح وسم</translation>
    </message>
    <message>
        <source>{label} marks each drag · {keys} ends that</source>
        <translation>{label}: كل سحب يسم · {keys} ينهي</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«{words}»</translation>
    </message>
    <message>
        <source>← {relation}</source>
        <translation>→ {relation}</translation>
    </message>
    <message>
        <source>32 digits from 0 to f</source>
        <translation>‏32 رقما من 0 إلى f</translation>
    </message>
    <message>
        <source>a label can only be merged into another one that is not retired: choose another label</source>
        <translation>لا يُدمج وسم إلا في وسم آخر غير مسحوب: اختر وسما آخر</translation>
    </message>
    <message>
        <source>a label has room for {attributes} attributes, each with {values} values, with those that are retired</source>
        <translation>يتسع الوسم لعدد من السمات أقصاه {attributes}، ولكل سمة {values} من القيم، ومنها المسحوبة</translation>
    </message>
    <message>
        <source>a label or a relation needs a name without line ends and control characters: give it one</source>
        <translation>يلزم الوسم أو العلاقة اسم بلا نهايات أسطر ولا محارف تحكم: أعطه اسما</translation>
    </message>
    <message>
        <source>a list of [label, label]</source>
        <translation>قائمة من [وسم، وسم]</translation>
    </message>
    <message>
        <source>a list of lanes</source>
        <translation>قائمة مسارات</translation>
    </message>
    <message>
        <source>a list of stanzas</source>
        <translation>قائمة مقاطع</translation>
    </message>
    <message>
        <source>a name that does not begin with _</source>
        <translation>اسما لا يبدأ بالعلامة _</translation>
    </message>
    <message>
        <source>a schema has room for {labels} labels and {relations} relations, with those that are retired</source>
        <translation>يتسع المخطط لعدد من الوسوم أقصاه {labels} ومن العلاقات {relations}، ومنها المسحوبة</translation>
    </message>
    <message>
        <source>a schema needs a label that is not retired: add another one first</source>
        <translation>يلزم المخطط وسم غير مسحوب: أضف وسما آخر أولا</translation>
    </message>
    <message>
        <source>an attribute or a value needs a name, and one that does not begin with _: give it another one</source>
        <translation>يلزم السمة أو القيمة اسم لا يبدأ بالعلامة _: أعطها اسما آخر</translation>
    </message>
    <message>
        <source>guidelines are text without control characters: take them out</source>
        <translation>الإرشادات نص بلا محارف تحكم: احذفها منه</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>تداخله أعمق مما يُقرأ</translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <translation>ليس بترميز UTF-8</translation>
    </message>
    <message>
        <source>label {name} is merged in a circle into itself</source>
        <translation>الوسم {name} مدموج في نفسه في حلقة</translation>
    </message>
    <message>
        <source>label {name}: its colour or its lane is none</source>
        <translation>الوسم {name}: لونه أو مساره غير صالح</translation>
    </message>
    <message>
        <source>label {number}</source>
        <translation>الوسم {number}</translation>
    </message>
    <message>
        <source>no label is called {name}</source>
        <translation>لا وسم اسمه {name}</translation>
    </message>
    <message>
        <source>relation {name}</source>
        <translation>العلاقة {name}</translation>
    </message>
    <message>
        <source>relation {number}</source>
        <translation>العلاقة {number}</translation>
    </message>
    <message>
        <source>the attribute {name} is a {kind} here, which spans may have: give one of another type another name</source>
        <translation>السمة {name} هنا من النوع {kind}، وقد تحملها مقاطع: أعط السمة ذات النوع الآخر اسما آخر</translation>
    </message>
    <message>
        <source>the document</source>
        <translation>الوثيقة</translation>
    </message>
    <message>
        <source>the name of a label</source>
        <translation>اسم وسم</translation>
    </message>
    <message>
        <source>the schema</source>
        <translation>المخطط</translation>
    </message>
    <message>
        <source>this label is no longer in the schema: choose another one</source>
        <translation>لم يعد هذا الوسم في المخطط: اختر وسما آخر</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>‏true أو false</translation>
    </message>
    <message>
        <source>values are for a choice, and it needs some: add a value, or choose another type</source>
        <translation>القيم لنوع الاختيار، ولا بد له منها: أضف قيمة أو اختر نوعا آخر</translation>
    </message>
    <message>
        <source>{fact} is there already: choose another one</source>
        <translation>{fact} موجود من قبل: اختر غيره</translation>
    </message>
    <message>
        <source>{key} cannot be a key: choose a digit, a small Latin letter or nothing</source>
        <translation>لا يصلح {key} مفتاحا: اختر رقما أو حرفا لاتينيا صغيرا أو لا شيء</translation>
    </message>
    <message>
        <source>{label}, attribute {name}</source>
        <translation>{label}، السمة {name}</translation>
    </message>
    <message>
        <source>{name}: larger than a schema can be ({most} bytes); choose another file</source>
        <translation>{name}: أكبر مما يكون المخطط ({most} بايت)؛ اختر ملفا آخر</translation>
    </message>
    <message>
        <source>{place}: not a schema file: {why}; correct it</source>
        <translation>{place}: ليس ملف مخطط: {why}؛ صححه</translation>
    </message>
    <message>
        <source>{place}: {why}; correct it</source>
        <translation>{place}: {why}؛ صححه</translation>
    </message>
    <message>
        <source>{where} has no [[label]]</source>
        <translation>{where}: لا [[label]] فيه</translation>
    </message>
    <message>
        <source>{where} is no stanza</source>
        <translation>{where}: ليس مقطعا من المخطط</translation>
    </message>
    <message>
        <source>{where}: no label is called {name}</source>
        <translation>{where}: لا وسم اسمه {name}</translation>
    </message>
    <message>
        <source>{where}: the lane {lane} is the program's own</source>
        <translation>{where}: المسار {lane} للبرنامج نفسه</translation>
    </message>
    <message>
        <source>{where}: unknown key {key}</source>
        <translation>{where}: مفتاح مجهول {key}</translation>
    </message>
    <message>
        <source>{where}: values are for a choice, and it needs some</source>
        <translation>{where}: القيم لنوع الاختيار، ولا بد له منها</translation>
    </message>
    <message>
        <source>{where}: {key} must be {words}</source>
        <translation>{where}: يجب أن يكون {key} {words}</translation>
    </message>
    <message>
        <source>{where}: {key} stands there {count} times, and {most} are the most</source>
        <translation>{where}: ورد {key} {count} مرات، وأقصى ما يجوز {most}</translation>
    </message>
    <message>
        <source>{name}: is no regular file; choose another file</source>
        <translation>{name}: ليس ملفا عاديا؛ اختر ملفا آخر</translation>
    </message>
    <message>
        <source>{name}: is there already; choose another name</source>
        <translation>{name}: موجود من قبل؛ اختر اسما آخر</translation>
    </message>
    <message>
        <source>{key} is the key of “{command}”: choose another one, or give that command another key first</source>
        <translation>{key} مفتاح الأمر «{command}»: اختر مفتاحا آخر، أو أعط ذلك الأمر مفتاحا آخر أولا</translation>
    </message>
    <message>
        <source>{key} does “{command}”, so it cannot mark with {label}: choose another key for it</source>
        <translation>المفتاح {key} ينفذ «{command}»، فلا يضع الوسم {label}: اختر له مفتاحا آخر</translation>
    </message>
    <message>
        <source>Labels and attributes…</source>
        <translation>الوسوم والسمات…</translation>
    </message>
    <message>
        <source>Labels and attributes</source>
        <translation>الوسوم والسمات</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>السمات</translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation>قائمة أسماء</translation>
    </message>
    <message>
        <source>Attributes changed</source>
        <translation>غُيِّرت السمات</translation>
    </message>
    <message>
        <source>Attributes of the span</source>
        <translation>سمات المقطع</translation>
    </message>
</context>
</TS>
