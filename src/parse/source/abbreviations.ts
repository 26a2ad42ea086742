const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Dutch and English abbreviations, without the last full stop, that stand before the word they belong to. */
export const midSentence = set(`
  dr drs prof ir ing geb mr mrs ms mevr mw dhr st ds jhr gebr
  aanh bibl d.i ibid jrg o.c op.cit stb trb uitg w.a z.j z.p
  gov hon sen capt cmdr dept messrs univ approx trans w.r.t a.k.a
  bijv bv b.v d.w.z dwz m.a.w m.b.t m.b.v m.n m.u.v i.p.v i.v.m i.t.t i.c.m i.h.b i.h.a t.o.v t.a.v t.g.v t.b.v t.w o.a
  o.b.v o.l.v o.v.v a.d.h.v n.a.v d.m.v w.o c.q cq ca evt excl incl resp vgl vs v cf zgn zg z.g.n z.g ong plm oorspr gem
  e.g eg i.e ie viz approx esp fig figs afb tab eq eqs ref refs`);

/** Abbreviations only when a number follows; otherwise they are words or may end a sentence. */
export const beforeNumber = set(`
  no nr nrs geb red p pp blz pag vol hfst par sec ch art min max deel ex tel a c chr
  jan feb febr mrt mar apr jun jul aug sep sept okt oct nov dec`);

/** Abbreviations that may also end a sentence: the next word decides. */
export const maybeLast = set(`
  etc enz e.d e.a e.v al a.m p.m jr sr inc ltd co n.v a.u.b s.v.p m.i o.i spp sp var ed eds i.v i.m s.c p.o`);

/** Words that often begin a sentence, and are no names. */
export const starters = set(`
  de het een dit dat deze die er ze zij hij wij we ik je jij u men in op bij na met voor door om als wanneer toen daarna
  daarom maar en of ook toch zo hier daar hierdoor daardoor hoewel omdat volgens uit van naar over onder tijdens sinds
  vervolgens bovendien echter dus wat wie waar hoe niet geen veel alle sommige beide
  the a an this that these those it he she they i you on at by for with after before while if but and or so thus however
  therefore because as since during from to of there here then such some many most no not what who where how when both`);

/** Words after which a single capital is a name of a kind, not an initial: group B, vitamin C. */
export const beforeLetter = set(`
  groep type vitamine hepatitis fase klasse factor vitamin gruppe typ klasse phase faktor abbildung punkt schritt plan teil vitamine groupe classe phase facteur grupo tipo clase fase gruppo classe fattore vitamina figuur paneel deel optie antwoord punt stap
  group vitamin phase class figure panel part option answer point step plan`);

/** Abbreviations of other languages, without the last full stop: those before the word or number they belong to. */
const others: Readonly<Record<string, ReadonlySet<string>>> = {
  de: set(`
    abb abs abschn med gem allg anm art aufl bd bde bspw bsp bzgl bzw ca chr dr dipl ebd ehem einschl evtl exkl fr ggf hr hrn hrsg inkl
    ing insb jh jhd jr kap lt max mind min mio mrd nr o.g prof resp rn rdnr s sog st std str tab tel u.a usw vgl v verf vol z
    abt ausg bearb bgbl bundesgesetzbl rgbl gvbl gbl begr betr dipl dipl.-ing dipl.-kfm dtsch einh entspr erg erw eigtl fa fam frl frz geb gest gegr hl hptst
    inh insges jew kath kgl lfd lit mdl mtl nachf näml nördl südl östl westl österr röm schweiz sog spez stellv tägl techn u.ä u.e u.v.a u.v.m übers
    überarb ungef urspr verh versch wiss zzgl ztr a.a.o a.d a.m b.a e.v i.a i.e.s i.s.d i.v.m m.a m.e n.chr o.ä p.a s.a u.a.m u.z v.a v.chr
    zit zz zzt d.h z.b z.t u.u i.d.r s.o s.u jan feb mär apr jun jul aug sep sept okt nov dez`),
  fr: set(`
    anc bd boul ann append approx art bibl bull coll collab dest dict doc encycl équiv ext fac fasc graph ibid id ill imm impr introd jur loc mar marq ms
    mss op.cit p.-d.g p.s préf publ resp s.a s.a.r.l soc suppl symb trad univ vs env
    av apr cf chap c.-à-d dr ed éd env ex fig hab m mm max mgr min mlle mme mmes n no p par pp pr prof réf sect st ste t tél
    vol p.ex janv févr avr juil sept oct nov déc`),
  es: set(`
    apdo arq atte avda aprox cía col coord cód d.c depto dept dpto doc dtor excmo exp facs gob ilmo jue lic ldo mons ntra obs op.cit p.ej párr
    pral prov rte s.a sáb ss tip trad univ vid vda
    art av cap cf d dña dr dra dres ed ee ej etc fig gral ing lic max máx min mín n no núm nro p pág págs pp prof profa s
    sr sra sres srta st sta tel ud uds uu vol vs ene feb abr ago sept oct nov dic`),
  it: set(`
    a.c d.c all app arch cit coll cod cost c.c c.p d.lgs d.p.r dir ecc ed.it es g.u geom id l.r lett n.b on op.cit p.es p.zza prov racc reg rif sec segg
    sez trad ver v.le vd
    art artt avv ca cap cfr dott dr ecc ed es fig figg ing max min n nn p pag pagg par pp prof rag s sig sigg sig.ra tab tel v vol
    vs gen feb apr mag giu lug ago sett ott nov dic`),
  pt: set(`
    a.c d.c adm al.ª alm apt arq c.c coord cód depto dec.-lei dir doc edif eng exmo fac fasc hist ilmo lda lic ltda máq nac obs op.cit p.ex par
    pe pl ref res rod s.a s.f séc trad univ
    art aprox av cap cf d dr dra drs ed ex fig máx mín n no núm p pág págs pp prof profa s séc sr sra srs sta sto tab tel v vol vs
    jan fev abr jun jul ago set out nov dez`),
}; // prettier-ignore

/** Those that are everyday words as well: abbreviations only when a number follows. */
const wordsOf: Readonly<Record<string, ReadonlySet<string>>> = {
  de: set('art tab kap vol max min'),
  fr: set('sept doc fac mar dest coll bull ill graph hab ton'),
  es: set('no sin ss exp doc tip sol mar jue'),
  it: set('app all on ver id cost dir mag set reg'),
  pt: set('no doc fac ref mar set out res'),
};

/** Those that also end a sentence: the next word decides. */
const mayEndOthers: ReadonlySet<string> = set('etc usw ecc jr mwst ust');

/** Those that belong to what stands before them: eras, laws, firms, amounts. A word that begins sentences ends theirs. */
const closersOf: Readonly<Record<string, ReadonlySet<string>>> = {
  de: set('n.chr v.chr chr jh jhd jhdt mio mrd std a.a.o e.v u.ä o.ä u.a.m u.v.m u.v.a b.a m.a bgbl str zzt'),
  fr: set('s.a s.a.r.l p.-d.g'),
  es: set('a.c d.c s.a s.l ud uds ss'),
  it: set('a.c d.c c.c c.p cost s.p.a g.u segg ss'),
  pt: set('a.c d.c s.a ltda lda'),
};
/** Eras: a name may go on behind one. */
const eras: ReadonlySet<string> = set('a.c d.c v.chr n.chr chr');

/** Words that often begin a sentence, and are no names, in other languages. */
const startersOf: Readonly<Record<string, ReadonlySet<string>>> = {
  de: set(`
    der die das dies diese dieser dieses den dem des ein eine einer er sie es wir ich ihr man in im an am auf bei beim nach vor mit
    für durch als wenn wann da dann danach darum aber und oder auch doch so hier dort dadurch obwohl weil aus von vom zum zur zu über
    unter während seit zuerst außerdem jedoch also was wer wie wo warum nicht kein keine viele alle manche beide siehe jede jeder jedes solche`),
  fr: set(`le la les l un une des ce cet cette ces il elle ils elles on nous vous je en à au aux dans par pour avec après avant
    si mais et ou donc alors ici là comme quand de du depuis pendant sous ensuite ainsi qui que quoi pas ne chaque tout toute tous toutes`),
  es: set(`el la los las un una unos este esta estos estas ese esa él ella ellos se no en con por para de del al a y o pero si
    cuando como donde desde durante después antes luego así también según que quien su sus hay es son todo toda todos todas cada`),
  it: set(`il lo la i gli le un uno una questo questa questi queste quello egli essa esso si non in con per da di del a al e o ma
    se quando come dove dopo prima poi così anche secondo che chi suo sua è sono ogni chiunque tale tali nel nella nei nelle`),
  pt: set(`o a os as um uma este esta estes essas ele ela eles se não em no na com por para de do da e ou mas quando como onde
    desde durante depois antes então assim também segundo que quem seu sua é são todo toda todos todas cada`),
};

/** What a language abbreviates. Dutch and English have their own, finer lists above. */
export interface Abbreviations {
  readonly before: ReadonlySet<string>;
  /** Words that stand for something longer only before a number. */
  readonly words: ReadonlySet<string>;
  readonly mayEnd: ReadonlySet<string>;
  /** Those that belong to what stands before them. */
  readonly closers: ReadonlySet<string>;
  readonly eras: ReadonlySet<string>;
  readonly starters: ReadonlySet<string>;
  /** Whether `7.` may be an ordinal. */
  readonly ordinals: boolean;
}

/** The abbreviations of a language that is not Dutch or English; undefined when it has none here. */
export function abbreviationsOf(lang: string): Abbreviations | undefined {
  const key = lang.toLowerCase().split('-')[0] ?? '';
  const before = others[key];
  return (
    before && {
      before,
      words: wordsOf[key] ?? new Set(),
      mayEnd: mayEndOthers,
      closers: closersOf[key] ?? new Set(),
      eras,
      starters: startersOf[key] ?? new Set(),
      ordinals: key === 'de',
    }
  );
}

/** Words after a German ordinal, and words before one. */
export const afterOrdinal = set(`
  januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert jahrhunderts jahrhunderte
  jahrtausend kapitel weltkrieg auflage lebensjahr lebensjahres tag tage monat woche semester klasse platz stock mal grades grad
  ordnung generation band abschnitt absatz satz teil buch internationale internationaler`);
export const beforeOrdinal = set(`
  am vom zum beim im ab bis dem den der die das des seit jeder jede jedes jedem mein sein ihr ein eine einem einer`);
