import type { Strings } from './strings.ts';

/** A command, the keys that give it (as `KeyboardEvent.key`, `Shift+` in front), and its line in the help. */
export interface Binding {
  readonly command: string;
  readonly keys: readonly string[];
  /** How the keys are written in the help. */
  readonly shown: readonly string[];
  readonly label: keyof Strings;
}

/** Every key of the player. Presenter remotes send page keys, `b` or `.`, F5 or Shift+F5 for the start, and Escape. */
export const bindings = [
  {
    command: 'forward',
    keys: ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter', 'n'],
    shown: ['→', '↓', 'PgDn', 'Space', 'N'],
    label: 'forward',
  },
  {
    command: 'back',
    keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'Shift+ ', 'Backspace', 'p'],
    shown: ['←', '↑', 'PgUp', 'Shift+Space', 'P'],
    label: 'previous',
  },
  {
    command: 'nextSlide',
    keys: ['Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+PageDown'],
    shown: ['Shift+→'],
    label: 'nextSlide',
  },
  {
    command: 'previousSlide',
    keys: ['Shift+ArrowLeft', 'Shift+ArrowUp', 'Shift+PageUp'],
    shown: ['Shift+←'],
    label: 'previousSlide',
  },
  { command: 'first', keys: ['Home'], shown: ['Home'], label: 'first' },
  { command: 'last', keys: ['End'], shown: ['End'], label: 'last' },
  { command: 'overview', keys: ['o'], shown: ['O'], label: 'overview' },
  { command: 'search', keys: ['/', 'j'], shown: ['/', 'J'], label: 'search' },
  { command: 'presenter', keys: ['s'], shown: ['S'], label: 'presenter' },
  { command: 'fullscreen', keys: ['f', 'F5', 'Shift+F5'], shown: ['F5', 'F'], label: 'fullscreen' },
  { command: 'black', keys: ['b', '.'], shown: ['B', '.'], label: 'black' },
  { command: 'white', keys: ['w', ','], shown: ['W', ','], label: 'white' },
  { command: 'pen', keys: ['d'], shown: ['D'], label: 'pen' },
  { command: 'highlighter', keys: ['h'], shown: ['H'], label: 'highlighter' },
  { command: 'laser', keys: ['l'], shown: ['L'], label: 'laser' },
  { command: 'undo', keys: ['u'], shown: ['U'], label: 'undo' },
  { command: 'clear', keys: ['c'], shown: ['C'], label: 'clear' },
  { command: 'zoom', keys: ['z'], shown: ['Z'], label: 'zoom' },
  { command: 'larger', keys: ['+', '=', 'Shift++'], shown: ['+'], label: 'zoomInOut' },
  { command: 'smaller', keys: ['-', '_'], shown: ['−'], label: 'zoomInOut' },
  { command: 'timer', keys: ['t'], shown: ['T'], label: 'timer' },
  { command: 'question', keys: ['r'], shown: ['R'], label: 'questionKey' },
  { command: 'plan', keys: ['a'], shown: ['A'], label: 'planNext' },
  { command: 'variant', keys: ['v'], shown: ['V'], label: 'variant' },
  { command: 'reading', keys: ['m'], shown: ['M'], label: 'reading' },
  { command: 'where', keys: ['e'], shown: ['E'], label: 'where' },
  { command: 'keep', keys: ['k'], shown: ['K'], label: 'keep' },
  { command: 'qr', keys: ['q'], shown: ['Q'], label: 'link' },
  { command: 'help', keys: ['?', 'F1'], shown: ['?', 'F1'], label: 'help' },
  { command: 'leave', keys: ['Escape'], shown: ['Esc'], label: 'leave' },
] as const satisfies readonly Binding[];

/** Everything that a key can ask for. */
export type CommandName = (typeof bindings)[number]['command'];

/** What of a `KeyboardEvent` counts. */
export interface KeyPress {
  readonly key: string;
  /** The key's place on the keyboard, for layouts and input methods without Latin letters. */
  readonly code?: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const byKey = new Map<string, CommandName>(
  bindings.flatMap((binding) => binding.keys.map((key) => [key, binding.command] as const)),
);

const turned: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** The key in the order of reading: where text runs from right to left, the left arrow goes on. */
export const inReadingOrder = (key: string, isRightToLeft: boolean): string =>
  isRightToLeft ? (turned[key] ?? key) : key;

/** When keys that write a character give commands: alone, only together with Alt, or never (WCAG 2.1.4). */
export type LetterKeys = 'on' | 'alt' | 'off';
export const letterKeys: readonly LetterKeys[] = ['on', 'alt', 'off'];

const signs: Readonly<Record<string, string>> = { Slash: '/', Period: '.', Comma: ',', Minus: '-', Equal: '=' };

/** The character of a press. One outside ASCII, or none (an input method took it), is read by the key's place. */
function characterOf({ key, code = '' }: KeyPress): string {
  const isForeign = key === 'Process' || key === 'Unidentified' || key === 'Dead' || (key.length === 1 && key > '~');
  const place = isForeign ? (/^Key([A-Z])$/.exec(code)?.[1] ?? signs[code]) : undefined;
  return place ? place.toLowerCase() : key;
}

/**
 * The digit of a press. Digits are characters too: they count alone, with Alt, or never, like letters. Those of other
 * scripts, and signs that Alt makes of a digit, are read by the key's place.
 */
export function digitOf(event: KeyPress, letters: LetterKeys = 'on'): string | undefined {
  const { key, code = '', ctrlKey, metaKey, altKey } = event;
  if (letters === 'off' || ctrlKey || metaKey || altKey !== (letters === 'alt')) return undefined;
  if (/^\d$/.test(key)) return key;
  return altKey || /^\p{Nd}$/u.test(key) ? /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] : undefined;
}

/** The command of a key press, if it has one. Presses with Ctrl, Meta or, but for letters that ask for it, Alt belong to the browser. */
export function commandOf(event: KeyPress, letters: LetterKeys = 'on'): CommandName | undefined {
  const key = characterOf(event);
  const named = key === ' ' || key.length > 1;
  const wantsAlt = !named && letters === 'alt';
  if (event.ctrlKey || event.metaKey || event.altKey !== wantsAlt || (!named && letters === 'off')) return undefined;
  return byKey.get(named ? (event.shiftKey ? `Shift+${key}` : key) : key.toLowerCase());
}
