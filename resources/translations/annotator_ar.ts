<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>annotator</name>
    <message>
        <source>A guess: please look whether it reads well.</source>
        <translation>تخمين: تحقق من أن النص مقروء.</translation>
    </message>
    <message>
        <source>A number: of a paragraph, or of a character counted from the start</source>
        <translation>رقم فقرة، أو رقم محرف معدود من بداية النص</translation>
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
        <source>Actions not saved: {count}.</source>
        <translation>إجراءات لم تُحفظ: {count}.</translation>
    </message>
    <message>
        <source>Actions not saved: {count}. Give them up?</source>
        <translation>إجراءات لم تُحفظ: {count}. أتتخلى عنها؟</translation>
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
        <source>All files</source>
        <translation>كل الملفات</translation>
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
        <source>By label</source>
        <translation>حسب الوسم</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>حسب الموضع</translation>
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
        <source>Certain.</source>
        <translation>مؤكد.</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>بالمحارف</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
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
        <source>Command</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
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
        <source>Edge moved</source>
        <translation>نُقل الحد</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
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
        <source>Free software under the GNU General Public License, version 3 or later; without any warranty.</source>
        <translation>برنامج حر برخصة غنو العمومية العامة، الإصدار 3 أو أحدث؛ دون أي ضمان.</translation>
    </message>
    <message>
        <source>Give them up</source>
        <translation>التخلي عنها</translation>
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
        <source>Go to</source>
        <translation>انتقال إلى</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
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
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
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
        <source>Let go</source>
        <translation>إفلات</translation>
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
        <source>Marked</source>
        <translation>وُسم</translation>
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
        <source>Move edges</source>
        <translation>تحريك الحدين</translation>
    </message>
    <message>
        <source>Move the edges of the span</source>
        <translation>تحريك حدي المقطع</translation>
    </message>
    <message>
        <source>Names of labels in the text</source>
        <translation>أسماء الوسوم في النص</translation>
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
        <source>Next span</source>
        <translation>المقطع التالي</translation>
    </message>
    <message>
        <source>Next span at the caret</source>
        <translation>المقطع التالي عند المؤشر</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>No project is open to take the texts: open one, or make a new one.</source>
        <translation>لا مشروع مفتوحًا ليستقبل النصوص: افتح مشروعًا أو أنشئ واحدًا جديدًا.</translation>
    </message>
    <message>
        <source>Not saved: {count}</source>
        <translation>لم يُحفظ: {count}</translation>
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
        <source>Notice</source>
        <translation>تنبيه</translation>
    </message>
    <message>
        <source>O: the next one · Esc: close</source>
        <translation>التالي: O · إغلاق: Esc</translation>
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
        <source>The spans you mark are kept under this name.</source>
        <translation>تُحفظ المقاطع التي تسمها بهذا الاسم.</translation>
    </message>
    <message>
        <source>There are no .txt or .jsonl files there: choose others.</source>
        <translation>لا توجد هناك ملفات ‎.txt أو ‎.jsonl: اختر غيرها.</translation>
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
        <source>Usual size</source>
        <translation>الحجم المعتاد</translation>
    </message>
    <message>
        <source>View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Widen the selection</source>
        <translation>توسيع التحديد</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>بالكلمات</translation>
    </message>
    <message>
        <source>code points: {count}</source>
        <translation>نقاط الترميز: {count}</translation>
    </message>
    <message>
        <source>project</source>
        <translation>مشروع</translation>
    </message>
    <message>
        <source>{current} of {count}</source>
        <translation>{current} من {count}</translation>
    </message>
    <message>
        <source>{encoding}, a guess</source>
        <translation>{encoding}، تخمين</translation>
    </message>
    <message>
        <source>{start}–{end} · code points: {length}</source>
        <translation>{start}–{end} · نقاط الترميز: {length}</translation>
    </message>
    <message>
        <source>{when} · undone</source>
        <translation>{when} · متراجَع عنه</translation>
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
</context>
</TS>
