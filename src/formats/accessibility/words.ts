/** Why a criterion does not apply. */
export type Reason =
  | 'media'
  | 'orientation'
  | 'personal'
  | 'scripts'
  | 'timing'
  | 'motion'
  | 'web'
  | 'set'
  | 'viewer'
  | 'forms'
  | 'sensors'
  | 'login'
  | 'pictures'
  | 'rasters'
  | 'links';

/** What a person must judge. */
export type PersonTask =
  | 'alternatives'
  | 'structure'
  | 'order'
  | 'sensory'
  | 'colour'
  | 'rasterContrast'
  | 'reader'
  | 'imagesOfText'
  | 'graphics'
  | 'player'
  | 'title'
  | 'links'
  | 'headings'
  | 'language'
  | 'parts';

export interface Words {
  readonly kicker: string;
  readonly skip: string;
  readonly intro: string;
  readonly limits: string;
  readonly verdicts: Readonly<Record<'pass' | 'fails' | 'absent' | 'person' | 'untested', string>>;
  readonly summary: string;
  readonly html: string;
  readonly pdf: string;
  readonly person: string;
  readonly personIntro: string;
  readonly saidShown: string;
  readonly saidIntro: (said: number, shown: number, percent: number) => string;
  readonly rows: string;
  readonly criterion: string;
  readonly level: string;
  readonly clause: string;
  readonly notInNorm: string;
  readonly files: string;
  readonly file: string;
  readonly bytes: string;
  readonly hash: string;
  readonly tools: string;
  readonly tests: string;
  readonly contact: string;
  readonly noContact: string;
  readonly slide: string;
  readonly line: string;
  readonly more: (count: number) => string;
  readonly decorative: string;
  readonly aside: string;
  readonly testedBy: string;
  readonly pdfUa: string;
  readonly untested: string;
  readonly extra: Readonly<Record<'captions' | 'description' | 'parsing', string>>;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly tasks: Readonly<Record<PersonTask, string>>;
}
