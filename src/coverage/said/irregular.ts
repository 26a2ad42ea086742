/**
 * Forms and nouns that a stemmer does not bring together with their word, which stands first. Only forms that no other word
 * has: English “found”, “left” and “saw” stay what they are.
 */
const tables: Readonly<Record<string, string>> = {
  en: `child children; man men; woman women; foot feet; tooth teeth; mouse mice; goose geese; wolf wolves; knife knives; wife wives;
    half halves; criterion criteria; phenomenon phenomena; bacterium bacteria; mitochondrion mitochondria; nucleus nuclei; fungus fungi;
    stimulus stimuli; locus loci; radius radii; alga algae; larva larvae; vertebra vertebrae; formula formulae; antenna antennae;
    index indices; matrix matrices; vertex vertices; appendix appendices; stratum strata; spectrum spectra; ovum ova; genus genera;
    analysis analyses; hypothesis hypotheses; crisis crises; thesis theses; diagnosis diagnoses; synthesis syntheses;
    prognosis prognoses; parenthesis parentheses; metastasis metastases; oasis oases;
    rise rose risen; fall fell fallen; grow grew grown growth; buy bought; bring brought; think thought; sell sold sale sales;
    lose lost loss losses; lead led; feed fed; hold held; build built; spend spent; send sent; lend lent; pay paid; keep kept;
    feel felt; win won; begin began begun; break broke broken; choose chose chosen choice choices; drive drove driven;
    write wrote written; speak spoke spoken speech; freeze froze frozen; shake shook shaken; eat ate eaten; fly flew flown flight;
    draw drew drawn; throw threw thrown; know knew known; swim swam; sink sank sunk; shrink shrank shrunk; fight fought;
    catch caught; teach taught; seek sought; strike struck; hide hid hidden; bite bitten; forget forgot forgotten; become became;
    arise arose arisen; overcome overcame; understand understood; withdraw withdrew withdrawn; deal dealt; sweep swept; sleep slept;
    breed bred; flee fled; shoot shot; sing sang sung; steal stole stolen; die death deaths; believe belief beliefs; prove proof proofs;
    live life lives; weigh weight weights; high height; long length; wide width; deep depth; strong strength; breathe breath`,
  de: `steigen stieg gestiegen; ansteigen anstieg; aufsteigen aufstieg; verlieren verlor verloren verlust verluste; wachsen wuchs wachstum;
    nehmen nahm genommen nimmt; abnehmen abnahme; zunehmen zunahme; aufnehmen aufnahme; brechen bricht brach gebrochen;
    sinken sank gesunken; fließen floss geflossen; schließen schloss geschlossen; abschließen abschluss; schneiden schnitt geschnitten;
    binden band gebunden; verbinden verband verbunden; sprechen spricht sprach gesprochen; treffen trifft traf getroffen;
    werfen wirft warf geworfen; abwerfen abwurf; treiben trieb getrieben; schreiben schrieb geschrieben; entstehen entstand entstanden;
    ziehen zog gezogen; schmelzen schmilzt schmolz geschmolzen; tragen trägt trug; halten hält hielt; fallen fällt fiel;
    abfallen abfall; laufen läuft lief; ablaufen ablauf; sterben stirbt starb gestorben; helfen hilft half geholfen; gewinnen gewann
    gewonnen gewinn; beginnen begann begonnen beginn; wählen wahl wahlen; entscheiden entschied entschieden`,
  nl: `verliezen verliest verlies verloor verloren; stijgen steeg gestegen; nemen nam genomen; opnemen opname; afnemen afname;
    toenemen toename; sluiten sloot gesloten; kiezen koos gekozen keuze keuzes; spreken sprak gesproken; breken brak gebroken breuk;
    trekken trok getrokken; schrijven schreef geschreven; snijden sneed gesneden; smelten smolt gesmolten; vriezen vroor bevroren;
    wegen woog gewogen gewicht; binden bond gebonden; vinden vond gevonden; winnen won gewonnen winst; sterven stierf gestorven;
    krimpen kromp gekrompen; beginnen begon begonnen begin; ontstaan ontstond; groeien groei`,
  fr: `élire élu élus élue élues élection élections; détruire détruit destruction destructions; corriger correction corrections;
    croître croît croissance; perdre perte pertes; vendre vente ventes; dissoudre dissout dissous dissolution; résoudre résout résolu
    résolution; recevoir reçoit reçu réception; percevoir perçoit perçu perception; choisir choix; soumettre soumis soumission;
    mourir meurt mort morts mortalité; naître naît naissance naissances; nommer nomination nominations; répondre réponse réponses;
    savoir sait; vivre vit vie`,
  es: `perder pierde pierden pérdida pérdidas; morir muere mueren muerte muertes; nacer nace nacimiento; elegir elige eligen elección
    elecciones; medir mide miden medición mediciones medida medidas; romper rotura roto rota; crecer crecimiento; pedir pide piden petición;
    respirar respiración; beber bebida; salir salida`,
  it: `perdere perdita perdite perso; scegliere scelta scelte; crescere cresce crescita; eleggere elezione elezioni eletto eletti;
    distruggere distruzione distrutto; leggere lettura letto; scrivere scrittura scritto; correggere correzione corretto;
    nascere nascita nato; morire muore morte morti; rompere rottura rotto; rispondere risposta risposte; vendere vendita vendite`,
  pt: `perder perda perdas; morrer morte mortes; nascer nascimento; eleger eleição eleições eleito; medir mede medição medida;
    crescer cresce crescimento; destruir destruição; vender venda vendas; responder resposta respostas; escolher escolha`,
}; // prettier-ignore

/** For each form of a language its word. */
export function wordsOfForms(lang: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const entry of (tables[lang] ?? '').split(';')) {
    const [word = '', ...forms] = entry.trim().split(/\s+/);
    for (const form of forms) words.set(form, word);
  }
  return words;
}
