/** Words for a field in still more languages, by the name that Lectern knows: hu, ro, ko, id, vi, hr/sr, bg, hi, and what others lacked. */
export const further: Readonly<Record<string, string>> = {
  title: 'titul cím címe titlu 제목 judul tiêuđề naslov заглавие शीर्षक judulslaid diacím fejezet',
  layout:
    'tipo typ tür тип τύπος נוע סוג 类型 種類 유형 레이아웃 슬라이드유형 jenis tipe loại kiểu típus elrendezés sablon dia diatípus bildtyp sidtyp folietyp rodzaj druh tyyppi asettelu aspect șablon predložak vrsta тип-слайда النوع نوع',
  subtitle: 'podtytul alcím subtitlu 부제 부제목 subjudul phụđề podnaslov подзаглавие',
  notes:
    'notater talernotater foredragsnotater talarmanus jegyzet jegyzetek megjegyzés notițe 메모 노트 발표자노트 catatan ghichú bilješke бележки puhujan poznamky uwagi anmärkningar huomautukset poznámka puhujanmuistiinpanot 讲稿 講稿',
  body: 'szöveg tartalom leírás conținut 내용 본문 isi konten teks nộidung sadržaj съдържание textinnehåll',
  text: 'szöveg tartalom conținut 내용 본문 텍스트 isi teks nộidung vănbản tekst съдържание المحتوى',
  bullets: 'pontok felsorolás puncte listă 항목 목록 요점 poin daftar butir ý gạchđầudòng točke popis точки',
  points: 'pontok puncte 항목 요점 poin butir ý točke точки',
  items: 'elemek tételek elemente 항목 item unsur mục stavke елементи öğe',
  image: 'kép ábra imagine 그림 이미지 사진 gambar foto hình hìnhảnh ảnh slika изображение снимка skjermbilde',
  images:
    'képek bilder billeder kuvat obrazy obrázky resimler immagini imagens изображения εικόνες صور 图片 画像 그림 gambar',
  picture: 'kép ábra imagine 그림 이미지 사진 gambar hình slika',
  alt: 'leírás descriere 설명 deskripsi môtả opis',
  src: 'fájl fișier 파일 berkas tệp datoteka файл',
  caption: 'felirat képaláírás legendă 캡션 설명 keterangan chúthích natpis надпис',
  credit: 'forrás sursă 출처 sumber nguồn izvor източник källa kilde fuente',
  note: 'forrás sursă 출처 sumber nguồn izvor източник källa kilde lähde zdroj kaynak quelle bron fonte fuente source',
  author:
    'szerző előadó tanár oktató autor profesor lector 저자 강사 교수 담당교수 강의자 penulis dosen pengajar guru tácgiả giảngviên autor predavač автор преподавател föreläsare lärare foreleser underviser luennoitsija opettaja wykładowca prowadzący přednášející vyučující eğitmen hoca öğretimüyesi docente professor professora professore profesora enseignant intervenant лектор преподаватель викладач διδάσκων καθηγητής المحاضر الأستاذ מרצה 讲师 教师 主讲 講師 担当 instructor teacher presenter speaker tutor lektor lehrkraft dozentin référent relatore relatrice formador formadora ponente prelegent prednášející prednasejici sunucu anlatan',
  lang: 'nyelv limbă 언어 bahasa ngônngữ jezik език اللغة',
  date: 'dátum data 날짜 일자 tanggal ngày datum дата التاريخ',
  institution:
    'tanszék egyetem intézmény universitate facultate 대학 기관 소속 학교 universitas fakultas institusi trường khoa sveučilište fakultet университет universität hochschule institut fachbereich university school department faculty organisation organization affiliation universiteit hogeschool faculteit université établissement universidad facultad centro università dipartimento universidade faculdade universitet institution högskola yliopisto oppilaitos uczelnia wydział univerzita fakulta üniversite bölüm fakülte вуз факультет πανεπιστήμιο σχολή الجامعة الكلية אוניברסיטה 大学 学校 学院 所属',
  duration:
    'óra óraszám durată 시간 소요시간 durasi waktu thờilượng thờigian trajanje продължителност tid varighet varighed kesto czas cas trvání süre durata cargahoraria tempo duração длительность время διάρκεια المدة 时长 時間',
  audience: 'közönség célcsoport hallgatóság publicțintă 대상 peserta sasaran đốitượng publika аудитория yleisö',
  level:
    'szint nivel 수준 학년 tingkat cấpđộ razina ниво nivå niveau niveau taso poziom úroveň seviye livello nível уровень επίπεδο المستوى רמה 级别',
  sections:
    'fejezetek vázlat részek szakaszok secțiuni capitole părți 섹션 단원 장 bagian bab phần chương mục poglavlja cjeline секции раздели luvut moduły моduly',
  slides: 'diák diasor fóliák slide-uri diapozitive 슬라이드 salindia slaid trangchiếu slajdovi слайдове',
  question:
    'kérdés întrebare 질문 문제 발문 pertanyaan soal câuhỏi pitanje въпрос 题目 題目 設問 問い 問 otazka dotaz frågor pytanie spm tehtävänanto',
  answers:
    'válaszok válaszlehetőségek răspunsuri variante opțiuni 선택지 보기 답안 pilihan opsi jawaban đápán lựachọn odgovori отговори alternativ svaralternativ alternativer 보기문항 选择 選項 možnosti moznosti možnost warianty odpowiedzi alternativen odpovedi alternatives-de-réponse seçenek valinnat',
  correct: 'helyes corect 정답 benar jawabanbenar đúng točno верен rättsvar facit',
  answer:
    'válasz megoldás răspuns 정답 답 jawaban kunci đápán odgovor отговор svar rättsvar facit vastaus odpowiedź odpověď cevap yanıt risposta resposta gabarito ответ відповідь απάντηση الإجابة الجواب תשובה 答案 正解 答え',
  explanation: 'magyarázat indoklás explicație 해설 설명 penjelasan pembahasan giảithích objašnjenje обяснение',
  glossary: 'fogalomtár szójegyzék glosar 용어 용어집 glosarium thuậtngữ pojmovnik речник',
  references:
    'irodalom irodalomjegyzék források szakirodalom művek bibliografie referințe 참고문헌 문헌 pustaka daftarpustaka referensi tàiliệu tàiliệuthamkhảo literatura литература library litteratur kirjallisuus literatura bibliografia läsmer lästips',
  objectives:
    'célok tanulásicélok obiective 목표 학습목표 tujuan tujuanpembelajaran mụctiêu ciljevi lärandemål läringsmål læringsmål oppimistavoitteet celekształcenia öğrenmehedefleri cíle cile učební-cíle efekty-kształcenia oppimistavoite öğrenim-hedefleri kazanım learningoutcomes learninggoals learningaims learninggoal intendedlearningoutcomes lernergebnisse kompetenzziele objectifspédagogiques objetivosdeaprendizaje objetivosdeaprendizagem obiettividiapprendimento celelekcji celezajęć целиурока целизанятия целиобучения',
  quote: 'idézet citat 인용 인용문 kutipan tríchdẫn citat цитат',
  by: 'szerző forrás de 출처 저자 oleh sumber bởi nguồn autor',
  head: 'fejléc oszlopok antet coloane 머리글 열 제목행 kepala kolom tiêuđề cột zaglavlje колони rubrikrad',
  columns: 'oszlopok coloane 열 kolom cột stupci колони',
  rows: 'sorok rânduri 행 baris hàng redovi редове adatok date 자료 data dữliệu',
  formula: 'képlet formulă 공식 수식 rumus côngthức formula формула formel 公式',
  code: 'kód cod 코드 kode mã kod код',
  language: 'nyelv programnyelv limbaj 언어 bahasa',
  events:
    'események evenimente 사건 연표 peristiwa kejadian sựkiện događaji събития tidslinje tidslinjen aikajana tijdlijn zeitstrahl timeline linha-do-tempo línea-del-tiempo lineadeltiempo tijdbalk zeitleiste chronologie cronologia cronología chronology 时间线 時間軸 时间轴 年表',
  nodes: 'lépések pași 단계 langkah tahap bước koraci стъпки',
  actions: 'lépések pași 절차 단계 langkah bước koraci стъпки',
  sides: 'oldalak părți 비교 sisi bên strane страни',
  figures: 'számok cifre 수치 숫자 angka số brojke числа',
  prompts: 'kérdések întrebări 질문 토론질문 pertanyaan câuhỏi pitanja въпроси diskussion diskusjon keskustelu',
  label: 'név felirat nume etichetă 이름 내용 사건 설명 nama label tên nhãn ime име händelse',
  detail: 'részlet leírás detalii 설명 세부 rincian keterangan chitiết opis детайли',
  when: 'év dátum idő mikor an dată 연도 시기 때 년도 tahun tanggal waktu năm thờigian godina година årtal årstal vuosi 年代 السنة التاريخ',
  value: 'érték valoare 값 수치 nilai giátrị vrijednost стойност',
  symbol: 'jel szimbólum simbol 기호 simbol kýhiệu simbol',
  meaning:
    'jelentés semnificație 의미 뜻 arti makna nghĩa značenje значение betydelse betydning merkitys znaczenie význam anlam significato significado значение σημασία المعنى משמעות 含义 意味',
  term: 'fogalom kifejezés termen concept 용어 개념 istilah konsep thuậtngữ kháiniệm pojam термин słowo slovo ord sana 词',
  definition: 'meghatározás definíció definiție 정의 뜻 definisi pengertian địnhnghĩa definicija определение',
  example: 'példa exemplu 예 예시 contoh vídụ primjer пример',
  situation:
    'eset helyzet situație caz 사례 상황 kasus situasi tìnhhuống slučaj случай beskrivelse kazuistika kazus kazuistyka patientfall patienttapaus potilastapaus caso-clínico esempio-clinico périptosi περιστατικό',
  task: 'feladat sarcină exercițiu 과제 문제 활동 tugas latihan bàitập nhiệmvụ zadatak задача oppgavetekst',
  solution: 'megoldás soluție 풀이 해답 solusi jawaban penyelesaian lờigiải đápán rješenje решение',
  given: 'adott dat date 주어진 diketahui chotrước zadano дадено givet gitt dane dáno verilen dati dados дано δεδομένα',
  claim:
    'állítás tézis teză afirmație 주장 klaim pernyataan luậnđiểm tvrdnja твърдение påståenden påstander påstande twierdzenia stwierdzenia tvrzení tvrdenia väittämät ifadeler önermeler yargılar affirmations énoncés enunciados afirmaciones afirmações affermazioni aussagen behauptungen stellingen beweringen утверждения προτάσεις 判断 判断题 正誤 命題 عبارات statements claims',
  root: 'gyökér rădăcină 뿌리 중심 akar gốc korijen корен',
  children: 'ágak gyerekek ramuri copii 하위 가지 cabang anak nhánh grane клонове grenar',
  links: 'kapcsolatok legături 연결 관계 hubungan liênkết veze връзки',
  diagram: 'ábra diagramă 다이어그램 도표 diagram sơđồ dijagram диаграма',
  minutes: 'perc minute 분 시간 menit phút minuta минути tid minuty',
  terms:
    'ahol jelölések unde simboluri 기호설명 여기서 dimana keterangan trongđó gdje където förklaring forklaring där hvor missä gdzie kde burada dove onde где де όπου حيث כאשר 其中 ここで kde',
  questions:
    'kérdések întrebări 질문 문제 pertanyaan soal câuhỏi pitanja въпроси frågor perguntas domande otázky pytania sorular вопросы',
  message: 'üzenet mesaj 메시지 pesan thôngđiệp poruka послание',
  data: 'adatok date 자료 데이터 datos données daten gegevens dati dados dane verdiler veri данные дані δεδομένα البيانات بيانات נתונים 数据 データ dữliệu podaci данни tiedot hodnoty værdier verdier värden arvot wartości değerler values valori valeurs werte waarden значения τιμές القيم ערכים 数值 値 hodnota',
  left: 'bal balra stânga 왼쪽 kiri trái lijevo ляво vänster venstre vasen links gauche izquierda sinistra esquerda lewo vlevo sol слева αριστερά يسار שמאל 左 coluna1 columna1 colonne1 spalte1 kolom1 column1 col1',
  right:
    'jobb jobbra dreapta 오른쪽 kanan phải desno дясно höger høyre højre oikea rechts droite derecha destra direita prawo vpravo sağ справа δεξιά يمين ימין 右 coluna2 columna2 colonne2 spalte2 kolom2 column2 col2',
  hint: 'tipp segítség indiciu 힌트 petunjuk gợiý savjet подсказка ledtråd vihje wskazówka nápověda ipucu suggerimento dica подсказка υπόδειξη تلميح רמז 提示 ヒント',
  contact: 'kontakty yhteystiedot iletişim επικοινωνία контакты 联系方式 連絡先',
  explain: '说明 説明 opis popis',
};
