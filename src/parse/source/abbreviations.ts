const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Dutch and English abbreviations, without the last full stop, that stand before the word they belong to. */
export const midSentence = set(`
  dr drs prof ir ing mr mrs ms mevr mw dhr st
  bijv bv b.v d.w.z dwz m.a.w m.b.t m.b.v m.n m.u.v i.p.v i.v.m i.t.t i.c.m i.h.b i.h.a t.o.v t.a.v t.g.v t.b.v t.w o.a
  o.b.v o.l.v o.v.v a.d.h.v n.a.v d.m.v w.o c.q cq ca evt excl incl resp vgl vs v cf zgn zg z.g.n z.g ong plm oorspr gem
  e.g eg i.e ie viz approx esp fig figs afb tab eq eqs ref refs`);

/** Abbreviations only when a number follows; otherwise they are words or may end a sentence. */
export const beforeNumber = set(`
  no nr nrs p pp blz pag vol hfst par sec ch art min max deel ex tel a c chr
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
  groep type vitamine hepatitis fase klasse factor figuur paneel deel optie antwoord punt stap
  group vitamin phase class figure panel part option answer point step plan`);
