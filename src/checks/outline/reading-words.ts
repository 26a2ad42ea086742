/** Words of a link that say only that there is one. */
const phrases: Readonly<Record<string, string>> = {
  en: 'here|click here|press here|tap here|see here|look here|read here|this|this link|the link|link|click|click on this link|click this link|this page|this site|this website|more|read more|see more|learn more|find out more|more information|go',
  nl: 'hier|klik hier|klik op deze link|kijk hier|lees hier|zie hier|deze link|deze pagina|deze website|meer|lees meer|lees verder|meer lezen|meer informatie',
  de: 'hier|hier klicken|klicken sie hier|klick hier|siehe hier|dieser link|diesen link|diesem link|diese seite|mehr|mehr erfahren|mehr dazu|mehr lesen|weiterlesen|weitere informationen',
  fr: 'ici|cliquez ici|cliquer ici|voir ici|lire ici|lien|ce lien|cette page|ce site|plus|en savoir plus|lire la suite|plus d’informations',
  es: 'aquí|haga clic aquí|haz clic aquí|pulse aquí|pincha aquí|ver aquí|enlace|este enlace|esta página|más|ver más|leer más|más información',
  it: 'qui|qua|clicca qui|fai clic qui|vedi qui|questo link|questa pagina|di più|leggi di più|continua a leggere|scopri di più',
  pt: 'aqui|clique aqui|veja aqui|este link|esta página|mais|saiba mais|leia mais|mais informações',
  pl: 'tutaj|tu|kliknij tutaj|ten link|więcej|czytaj więcej',
  sv: 'här|klicka här|denna länk|den här länken|mer|läs mer',
  da: 'her|klik her|dette link|mere|læs mere',
  nb: 'her|klikk her|denne lenken|mer|les mer',
  cs: 'zde|klikněte zde|tento odkaz|odkaz|více|číst více',
  ru: 'тут|здесь|нажмите здесь|ссылка|эта ссылка|по ссылке|подробнее|читать далее',
  uk: 'тут|натисніть тут|посилання|це посилання|докладніше',
  el: 'εδώ|κάντε κλικ εδώ|σύνδεσμος|περισσότερα',
  ja: 'こちら|ここ|こちらをクリック|ここをクリック|リンク|詳細|詳しくはこちら',
  zh: '这里|此处|点击这里|链接|更多|這裡|此處|點擊這裡|連結',
  ar: 'هنا|اضغط هنا|انقر هنا|رابط|الرابط|المزيد|اقرأ المزيد',
  he: 'כאן|לחצו כאן|לחץ כאן|קישור|הקישור|עוד|קראו עוד',
};
export const vagueLinks: ReadonlySet<string> = new Set(Object.values(phrases).flatMap((list) => list.split('|')));

/** What may follow a colour that stands for a thing; any other word may be the thing: “in blue crystals”. */
const alone = (verbs: string): string => `(?=\\s*(?:[.;:!?)]|$)|\\s+(?:${verbs})(?!\\p{L}))`;

/** “the red ones”, “die roten”, “in red”: a colour where a noun, a place or a form should stand. */
export const colourAlone: readonly RegExp[] = [
  `\\bthe (?:red|green|blue|yellow|orange|purple|grey|gray|pink) ones?\\b`,
  `\\b(?:shown|marked|drawn|printed|plotted|highlighted|colou?red|written|values?|items?|numbers?|points?|words?) in \\W?(?:red|green|blue|yellow|orange|purple|pink)${alone('are|is|and|on|in|below|above|show')}`,
  `\\bde (?:rode|groene|blauwe|gele|oranje|paarse|grijze)${alone('zijn|is|worden|wordt|staan|staat')}`,
  `\\b(?:in (?:het )?)?(?:rood|groen|blauw|geel|oranje|paars) (?:gemarkeerd|weergegeven|getekend|aangegeven|gedrukt)`,
  `\\bdie (?:roten|grünen|blauen|gelben|grauen)${alone('sind|werden|zeigen|stehen')}`,
  `\\b(?:in )?(?:rot|grün|blau|gelb|orange|lila) (?:markiert|hervorgehoben|dargestellt|eingezeichnet|gezeichnet|gedruckt|hinterlegt)`,
  `\\bles (?:rouges|verte?s|bleue?s|jaunes)${alone('sont|montrent|indiquent')}`,
  `\\b(?:indiqu|marqu|montr|représent|dessin|surlign)ée?s? en (?:rouge|vert|bleu|jaune|orange)(?!\\p{L})`,
  `\\b(?:los (?:rojos|verdes|azules|amarillos)|las (?:rojas|verdes|azules|amarillas))${alone('son|están|muestran|indican')}`,
  `\\b(?:marcad|señalad|mostrad|dibujad|indicad|resaltad)[oa]s? en (?:rojo|verde|azul|amarillo|naranja)(?!\\p{L})`,
  `\\b(?:segnat|indicat|mostrat|evidenziat|disegnat)[oaie] in (?:rosso|verde|blu|giallo|arancione)(?!\\p{L})`,
  `\\b(?:marcad|mostrad|indicad|desenhad|destacad)[oa]s? (?:em|a) (?:vermelho|verde|azul|amarelo|laranja)(?!\\p{L})`,
].map((pattern) => new RegExp(pattern, 'iu'));

/** Parties and teams are called by their colours: “Die Grünen”, “les Bleus”. */
export const isColourName = (words: string): boolean => /^(?:[Dd]ie?|[Ll][aeo]s) \p{Lu}/u.test(words);

/** “Image of”, “The picture shows”: a painting or a photograph is worth saying, that there is a picture is not. */
export const sayingPicture = new RegExp(
  [
    `(?:(?:an?|the|this) )?(?:image|picture|photo|graphic|screenshot|figure) (?:of|shows|showing)`,
    `(?:(?:een|de|het|dit|deze) )?(?:afbeelding|plaatje|foto|figuur) (?:van|toont|laat)`,
    `(?:(?:ein|eine|das|die|dieses|diese) )?(?:bild|foto|abbildung) (?:von|vom|eines|einer|des|der|zeigt)`,
    `(?:(?:une|la|cette) |l['’])?(?:image|photo|figure) (?:d[eu]s?|montre|montrant)`,
    `(?:(?:una|la|esta) )?(?:imagen|foto|figura) (?:de|del|muestra)`,
    `(?:(?:una|la|questa) |(?:un|l)['’])?(?:immagine|foto|figura) (?:di|del|dell[ao]|dei|delle|mostra)`,
    `(?:(?:uma|a|esta) )?(?:imagem|foto|figura) (?:d[aeo]s?|mostra)`,
  ]
    .map((start) => `^${start}(?!\\p{L})`)
    .join('|'),
  'iu',
);
