/** Words for a field in more languages, by the name that Lectern knows: sv/da/nb, fi, pl, cs, tr, it, pt, ru, uk, el, ar, he, zh, ja. */
export const abroad: Readonly<Record<string, string>> = {
  title:
    'rubrik overskrift otsikko tytuł nadpis název başlık titolo título заголовок название τίτλος عنوان العنوان כותרת 标题 標題 タイトル 題',
  subtitle: 'undertitel alaotsikko podtytuł podnadpis altbaşlık sottotitolo подзаголовок υπότιτλος 副标题 副題',
  notes:
    'anteckningar noter muistiinpanot notatki poznámky notlar appunti anotações заметки σημειώσεις ملاحظات הערות 备注 備考 ノート',
  body: 'text teksti innehåll sisältö treść obsah metin içerik testo contenuto conteúdo текст содержание κείμενο نص النص טקסט 正文 内容 本文',
  text: 'teksti treść metin testo текст κείμενο نص النص טקסט 文字 文本 内容 テキスト',
  bullets: 'punkter kohdat punkty body maddeler punti pontos пункты σημεία نقاط النقاط נקודות 要点 要點 箇条書き',
  points: 'punkter kohdat punkty maddeler punti pontos пункты σημεία نقاط النقاط נקודות 要点 要點 箇条書き',
  items: 'poster kohteet pozycje položky öğeler voci elementi itens элементы στοιχεία عناصر פריטים 项目 項目',
  image:
    'bild billede bilde kuva obraz zdjęcie obrázek resim görsel immagine imagem изображение картинка εικόνα صورة الصورة תמונה 图片 圖片 画像',
  picture: 'bild billede bilde kuva obraz obrázek resim immagine imagem изображение εικόνα صورة תמונה 图片 画像',
  alt: 'alternativtext vaihtoehtoinen kuvaus opis popis açıklama descrizione descrição описание περιγραφή وصف תיאור 描述 説明',
  src: 'fil tiedosto plik soubor dosya archivo arquivo файл αρχείο ملف קובץ 文件 檔案 ファイル',
  caption:
    'bildtext billedtekst selite kuvateksti podpis popisek didascalia legenda подпись λεζάντα تعليق כיתוב 图注 説明文 キャプション',
  credit: 'quelle urheber foto-by crédit source fonte lähde źródło zdroj kaynak источник πηγή المصدر מקור 来源 出典',
  author: 'författare forfatter tekijä kirjoittaja autor yazar автор συγγραφέας المؤلف מחבר 作者 著者',
  lang: 'språk sprog kieli język jazyk dil lingua idioma язык γλώσσα لغة שפה 语言 言語',
  date: 'päivä data tarih дата ημερομηνία تاريخ תאריך 日期 日付',
  sections:
    'avsnitt afsnit osiot rozdziały części části bölümler sezioni capitoli seções capítulos разделы ενότητες أقسام פרקים 章节 章',
  slides: 'bilder sider diat kalvot slajdy snímky slaytlar diapositive слайды διαφάνειες شرائح שקופיות 幻灯片 スライド',
  question: 'fråga spørgsmål spørsmål kysymys otázka soru вопрос питання ερώτηση سؤال السؤال שאלה 问题 問題 質問',
  answers:
    'svar svarsalternativ vastaukset vaihtoehdot odpovědi seçenekler yanıtlar cevaplar ответы варианты απαντήσεις إجابات الخيارات خيارات תשובות 选项 答案 選択肢',
  correct:
    'rätt rigtig riktig oikea poprawna správná doğru corretta correta верный правильный σωστό صحيح נכון 正确 正解',
  explanation:
    'förklaring forklaring selitys wyjaśnienie vysvětlení açıklama объяснение εξήγηση شرح הסבר 解释 解析 解説',
  glossary: 'ordlista ordliste sanasto słowniczek slovníček sözlük глоссарий γλωσσάρι مسرد מילון 词汇表 術語 用語集',
  references:
    'referenser kilder källor lähteet źródła zdroje kaynaklar kaynakça fonti riferimenti источники литература βιβλιογραφία مراجع المراجع מקורות 参考文献',
  objectives: 'mål tavoitteet kazanımlar hedefler цели στόχοι أهداف الأهداف מטרות 目标 目標 学习目标',
  quote: 'citat lainaus sitaatti cytat citát alıntı citazione citação цитата απόσπασμα اقتباس ציטוט 引文 引用',
  by: 'av af kirjoittaja autor yazar söyleyen автор кто πηγή القائل الشاعر 作者 出处 出典',
  head: 'rubriker sarakkeet otsikot nagłówek kolumny hlavička sloupce sütunlar başlıklar intestazione cabeçalho столбцы заголовки στήλες أعمدة כותרות עמודות 表头 列 見出し',
  columns: 'kolumner kolonner sarakkeet kolumny sloupce sütunlar столбцы στήλες أعمدة עמודות 列 栏',
  rows: 'rader rækker rivit wiersze řádky satırlar righe linhas строки γραμμές صفوف שורות 行',
  formula: 'formel kaava wzór vzorec formül формула τύπος معادلة נוסחה 公式 数式',
  code: 'kod kode koodi kód codice código код κώδικας شفرة קוד 代码 コード',
  events:
    'händelser hændelser hendelser tapahtumat wydarzenia události olaylar eventi события γεγονότα أحداث אירועים 事件 大事 出来事',
  nodes:
    'steg trin vaiheet kroki etapy kroky adımlar aşamalar passi fasi passos etapas шаги этапы βήματα خطوات שלבים 步骤 步驟 手順',
  actions: 'steg vaiheet kroki kroky adımlar passi passos шаги βήματα خطوات 步骤 手順',
  sides: 'sidor sider puolet strony strany taraflar lati lados стороны πλευρές جوانب צדדים 双方 方面',
  figures: 'tal luvut liczby čísla sayılar numeri números числа показатели αριθμοί أرقام מספרים 数字 数据 数値',
  prompts:
    'frågor spørgsmål kysymykset pytania otázky sorular domande perguntas вопросы ερωτήσεις أسئلة שאלות 问题 質問',
  label: 'namn navn nimi nazwa název ad isim nome имя название όνομα اسم שם 名称 名前',
  detail:
    'detaljer tarkennus szczegóły podrobnosti ayrıntı dettaglio detalhe подробности λεπτομέρειες تفاصيل פרטים 详情 説明',
  when: 'år aika vuosi rok czas yıl tarih data когда год время έτος χρόνος سنة العام שנה 时间 年份 年',
  value: 'värde værdi verdi arvo wartość hodnota değer valore значение τιμή قيمة ערך 值 数值 値',
  symbol: 'tecken symboli sembol simbolo símbolo символ σύμβολο رمز סמל 符号 記号',
  term: 'begrepp begreb käsite termi termin pojęcie pojem terim termine термин понятие όρος مصطلح المصطلح מושג 术语 概念 用語',
  definition: 'määritelmä definicja tanım definizione определение ορισμός تعريف التعريف הגדרה 定义 定義',
  example: 'exempel eksempel esimerkki przykład příklad örnek esempio пример παράδειγμα مثال דוגמה 例子 例',
  situation: 'situationen tapaus przypadek případ olay vaka caso ситуация случай περίπτωση حالة מקרה 案情 案例 事例',
  task: 'uppgift opgave oppgave tehtävä zadanie úkol görev ödev compito esercizio tarefa задание άσκηση مهمة תרגיל 任务 课题 課題',
  solution: 'lösning løsning ratkaisu rozwiązanie řešení çözüm soluzione solução решение λύση حل פתרון 解答 答え',
  claim: 'påstående väite teza tvrzení iddia tesi tese тезис θέση طرح טענה 论点 主張',
  root: 'rot juuri korzeń kořen kök radice raiz корень ρίζα جذر שורש 根',
  children: 'barn lapset dzieci děti çocuklar figli filhos дети أبناء ילדים 子项',
  links: 'länkar linkit połączenia odkazy bağlantılar collegamenti ligações связи σύνδεσμοι روابط קשרים 链接 关系 関係',
  diagram: 'diagramm kaavio diyagram schemat схема диаграмма διάγραμμα مخطط תרשים 图 图表 図',
  minutes: 'minuter minutit minuty dakika minuti minutos минуты λεπτά دقائق דקות 分钟 分',
  terms:
    'symboler merkinnät symbole symboly semboller simboli symbole символы обозначения σύμβολα رموز סמלים 符号说明 記号',
};
