/** A pattern of words; a word of it ends where no letter follows. */
const words = (source: string, flags = 'iu'): RegExp => new RegExp(`^(?:${source})(?![\\p{L}])`, flags);

/** Words that point back: a sentence that begins with one says little by itself. */
export const pointsBack = words(
  'this|these|that|those|it|its|they|their|he|she|his|her|such|so|thus|therefore|hence|however|but|also|and|or|moreover|furthermore|otherwise|instead|then|' +
    'dies|diese[rsmn]?|das|es|sie|er|ihr|ihre|dabei|dadurch|damit|daher|deshalb|jedoch|aber|auch|und|außerdem|zudem|so|dann|dort|' +
    'dit|deze|dat|die|het (?:is|was|bevat|heeft|had|kan|moet|wordt|werd|maakt|geeft|blijft|zorgt|duurt|werkt)|ze|zij|hij|hun|zijn|daarom|daardoor|echter|maar|ook|en|bovendien|zo|dan|daar|er|' +
    'ce|cela|ceci|cette|ces|il|elle|ils|elles|leur|donc|mais|aussi|et|ainsi|toutefois|' +
    'este|esta|esto|estos|estas|eso|ello|pero|también|además|así|sin embargo|' +
    'questo|questa|questi|queste|esso|essa|essi|ciò|però|anche|inoltre|così|ma|' +
    'isto|isso|essa|esse|ele|ela|eles|elas|mas|também|além|assim',
);

/** Words that begin a clause which says nothing without the one behind it. */
export const subordinates = words(
  'if|when|while|although|though|because|since|as|unless|whether|in cases|' +
    'wenn|als|während|obwohl|weil|da|damit|sofern|soweit|falls|um|ob|' +
    'wanneer|terwijl|hoewel|omdat|doordat|om|toen|als|indien|zodra|' +
    'si|quand|lorsque|comme|bien que|parce que|puisque|afin|' +
    'cuando|mientras|aunque|porque|como|' +
    'se|quando|mentre|sebbene|poiché|enquanto|embora',
);

/** Words that no term to define begins with. */
export const noTerm = words(
  'every|each|all|any|many|some|most|one|there|what|who|which|here|jede[rs]?|alle|viele|einige|man|was|hier|elke|elk|alle|veel|sommige|men|er|wat|chaque|tout|tous|toute|toutes|certains|on|cada|todo|todos|toda|muchos|algunos|ogni|tutti|molti|alcuni|muitos|alguns|' +
    // A preposition leads to a place or a time.
    'in|at|by|for|with|on|from|after|before|during|under|without|bij|op|met|voor|na|onder|door|van|tijdens|zonder|tegen|bei|beim|im|mit|nach|vor|unter|durch|von|während|ohne|gegen|am|an|auf|dans|en|chez|pour|avec|après|avant|pendant|sous|par|sans|contre|au|aux|con|para|por|tras|durante|sin|contra|nel|nella|per|dopo|senza|contro|em|no|na|com|após|sem',
);

/** “X is a Y”, “X means Y”: the verb and, for “to be”, the article that makes it a definition. */
export const isDefined =
  "(?:(?:is|are) (?:an?|the|any) |(?:is|zijn) (?:een|de|het) |(?:ist|sind) (?:eine?r?|der|die|das) |(?:est|sont) (?:une?|le|la|les|des) |est l[’']|(?:es|son) (?:una?|el|la|los|las) |(?:è|sono) (?:una?|uno|il|la|lo|i|gli|le) |è (?:un|l)[’']|(?:é|são) (?:uma?|o|a|os|as) |(?:means|refers to|betekent|bedeutet|heißt|bezeichnet|désigne|signifie|significa) )";

/** Verbs between a cause and its effect. */
export const causes =
  /^(.{3,70}?)(?:,)? (?:(?:which |die |dat |ce qui |lo que |il che |o que )?(?:leads? to|led to|causes|caused|results? in|resulted in|triggers|triggered|leidt tot|leidde tot|leiden tot|veroorzaakt|veroorzaakte|veroorzaken|führt zu|führte zu|führen zu|verursacht|verursachte|verursachen|bewirkt|bewirken|entraîne|entraînent|provoque|provoquent|conduit à|conduisent à|mène à|provoca|provocan|provocano|provocam|causa|causan|causano|causam|conduce a|conducen a|lleva a|llevan a|da lugar a|porta a|portano a|leva a|levam a|conduz a|resulta em)) (.{3,70})$/u;

/** Between two halves that are set against each other. */
export const contrast =
  /^(.{8,110}?),? (?:whereas|while|terwijl|während|tandis que|alors que|mientras que|mentre|enquanto)(?: que)? (.{8,110})$/iu;

/** What headings and leads say when they announce a comparison. */
export const comparing =
  /(?<!\p{L})(?:vs|versus|compar\p{L}*|difference\p{L}*|contrast\p{L}*|pros and cons|verg(?:elij|leich)\p{L}*|verschil\p{L}*|unterschied\p{L}*|tegenover|gegenüber|gegenüberstellung|différence\p{L}*|diferencia\p{L}*|confront\p{L}*|differenz\p{L}*|diferença\p{L}*|voor- en nadelen|vor- und nachteile|avantages et inconvénients|ventajas y desventajas)(?!\p{L})/iu;

/** The first of several steps told in sentences, and those after it. */
export const firstStep = words(
  "first|firstly|first of all|to begin with|eerst|ten eerste|allereerst|zuerst|zunächst|erstens|d[’']abord|tout d[’']abord|premièrement|primero|en primer lugar|prima|innanzitutto|per prima cosa|primeiro|em primeiro lugar",
);
export const nextStep = words(
  'then|next|after that|afterwards|second|secondly|third|thirdly|finally|lastly|dan|daarna|vervolgens|ten tweede|ten derde|ten slotte|tot slot|uiteindelijk|dann|danach|anschließend|zweitens|drittens|schließlich|zuletzt|ensuite|puis|deuxièmement|troisièmement|enfin|finalement|luego|después|a continuación|por último|finalmente|poi|dopo|infine|depois|em seguida|por fim',
);

/** What leads to things that stand side by side, numbered or not: no step follows from the one before. */
export const sideBySide =
  /(?<!\p{L})(?:factor\p{L}*|fa[ck]tor\p{L}*|facteurs?|fattor[ei]|kinds?|types?|typen|tipos?|tipi|reasons?|principles?|propert(?:y|ies)|conditions?|groups?|class(?:es)?|criteria|soorten|redenen|oorzaken|kenmerken|voorwaarden|groepen|arten|gründe|ursachen|merkmale|bedingungen|gruppen|raisons|principes|propriétés|groupes|critères|razones|principios|propiedades|condiciones|grupos|criterios|ragioni|principi|proprietà|condizioni|gruppi|criteri|razões|princípios|propriedades|condições|critérios)(?!\p{L})/iu;

/** What takes back half of a sentence, so that the half before it says something else. */
export const takesBack = words(
  'but|yet|though|although|unless|except|if|maar|hoewel|tenzij|behalve|als|mits|aber|sondern|obwohl|außer|wenn|sofern|mais|sauf|si|bien que|pero|sino|salvo|aunque|ma|però|tranne|se|sebbene|mas|exceto|embora',
);

/** A line that names a table, a figure or a file beside it. */
export const caption = words(
  'table|tabelle|tabel|tableau|tabla|tabella|tabela|figure|fig|figur|figuur|abbildung|abb|figura|filename|datei|bestand|fichier|archivo|listing',
);

/** A number that people remember: with what it counts. */
export const figure =
  /(?<![\p{L}\p{N}.,])(?:[€$£]\s?)?(\d{1,3}(?:[ \u00a0.,]\d{3})+|\d+)(?:[.,]\d+)?\s?(?:%|‰|percent|procent|prozent|pour cent|por ciento|per cento|por cento|million(?:s|en|i)?|millionen|miljoen|miljard|milliarden?|milliards?|miliardi|billion|billions|millones|milioni|milhões|euro|euros|dollars?|€|kg|km|MW|GW|kWh|°C|hPa|GB|TB)(?![\p{L}])/iu;
const figureAtStart = /^[€$£]\s?\d/;
/** Whether a text begins with a currency, which is part of the number. */
export const beginsWithCurrency = (text: string): boolean => figureAtStart.test(text);

/** A date at the start of a sentence, and what happened. */
export const dated =
  /^(?:(?:In|Op|On|Am|Im|En|Nel|Em|Since|Sinds|Seit|Depuis|Desde|Dal)\s+)?((?:\d{1,2}[. ]+\p{L}+ )?(?:1[0-9]|20)\d\d)\b[,:]?(.+)$/u;

/** Verbs of which a clause that says something has one: forms of “to be” and “to have”, and those that go with another verb. */
export const hasVerb =
  /(?<!\p{L})(?:is|are|was|were|be|has|have|had|can|could|may|must|should|will|would|does|do|did|means|shows|uses|makes|ist|sind|war|waren|hat|haben|hatte|kann|können|muss|müssen|muß|darf|dürfen|soll|sollen|wird|werden|wurde|gilt|gelten|ist|zijn|waren|heeft|hebben|had|kan|kunnen|moet|moeten|mag|mogen|zal|zullen|wordt|worden|werd|werden|est|sont|était|étaient|a|ont|peut|peuvent|doit|doivent|permet|montre|montrent|fait|es|son|era|fue|ha|han|puede|pueden|debe|deben|está|están|è|sono|fu|hanno|può|possono|deve|devono|viene|vengono|é|são|foi|tem|têm|pode|podem|devem|foram)(?!\p{L})/iu;

/** Who said it, under a quotation. */
export const attribution = /^(?:—|–|--?|―)\s*(?=\p{L})/u;
