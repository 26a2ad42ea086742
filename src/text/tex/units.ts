import type { Expansion } from './commands.ts';

const prefixes: Readonly<Record<string, string>> = {
  femto: 'f',
  pico: 'p',
  nano: 'n',
  micro: '\\mu ',
  milli: 'm',
  centi: 'c',
  deci: 'd',
  deca: 'da',
  hecto: 'h',
  kilo: 'k',
  mega: 'M',
  giga: 'G',
  tera: 'T',
  peta: 'P',
  kibi: 'Ki',
  mebi: 'Mi',
  gibi: 'Gi',
};

const names =
  'metre m,meter m,second s,gram g,kilogram kg,ampere A,kelvin K,mole mol,candela cd,hertz Hz,newton N,pascal Pa,joule J,' +
  'watt W,coulomb C,volt V,farad F,siemens S,weber Wb,tesla T,henry H,lumen lm,lux lx,becquerel Bq,gray Gy,sievert Sv,' +
  'katal kat,litre L,liter L,minute min,hour h,day d,bar bar,electronvolt eV,tonne t,dalton Da,bit bit,byte B,decibel dB,' +
  'radian rad,steradian sr,hectare ha,neper Np,bel B,astronomicalunit au,molar M,' +
  'm m,s s,g g,kg kg,mg mg,K K,mol mol,mmol mmol,Hz Hz,kHz kHz,MHz MHz,GHz GHz,N N,kN kN,Pa Pa,kPa kPa,J J,kJ kJ,W W,' +
  'kW kW,V V,mV mV,kV kV,C C,km km,cm cm,mm mm,nm nm,pm pm,ms ms,ns ns,ps ps,h h,L L,l l,mL mL,ml ml,eV eV,keV keV,' +
  'MeV MeV,A A,mA mA,F F,T T,dB dB,kWh kWh';
const units = new Map<string, string>([
  ...names.split(',').map((pair) => pair.split(' ') as [string, string]),
  ['ohm', '\\Omega'],
  ['degree', '^{\\circ}'],
  ['degreeCelsius', '^{\\circ}\\mathrm{C}'],
  ['celsius', '^{\\circ}\\mathrm{C}'],
  ['angstrom', '\\text{Å}'],
  ['percent', '\\%'],
  ['micron', '\\mu\\mathrm{m}'],
  ['um', '\\mu\\mathrm{m}'],
  ['us', '\\mu\\mathrm{s}'],
  ['ug', '\\mu\\mathrm{g}'],
  ['uA', '\\mu\\mathrm{A}'],
]);

const powers: Readonly<Record<string, string>> = { squared: '2', cubed: '3' };
const powersAhead: Readonly<Record<string, string>> = { square: '2', cubic: '3' };
const part = /\\([a-zA-Z]+)\s*(?:\{([^{}]*)\})?|([^\\]+)/g;

const plainSign = (sign: string): string =>
  sign.startsWith('^') || sign.startsWith('\\') ? sign : `\\mathrm{${sign}}`;

/** A unit in the words of siunitx (`\metre\per\second\squared`) or as letters (`m/s^2`). */
function unit(source: string): string {
  if (!source.includes('\\')) return `\\mathrm{${source.replace(/[.~]/g, '\\,')}}`;
  const written: string[] = [];
  let prefix = '';
  let isPer = false;
  let ahead = '';
  const raise = (power: string): void => {
    const last = written.pop() ?? '';
    written.push(`${last.replace(/\^\{-1\}$/, '')}^{${last.endsWith('^{-1}') ? '-' : ''}${power}}`);
  };
  for (const [, name, argument = '', letters] of source.matchAll(part)) {
    if (letters !== undefined) {
      if (letters.trim() !== '') written.push(`\\mathrm{${letters.trim()}}`);
    } else if (name === 'per') isPer = true;
    else if (name !== undefined && prefixes[name] !== undefined) prefix = prefixes[name];
    else if (name !== undefined && powersAhead[name] !== undefined) ahead = powersAhead[name];
    else if (name !== undefined && powers[name] !== undefined) raise(powers[name]);
    else if (name === 'tothe' || name === 'raiseto') raise(argument);
    else {
      const sign = units.get(name ?? '');
      const power = isPer ? `^{-${ahead === '' ? '1' : ahead}}` : ahead === '' ? '' : `^{${ahead}}`;
      const shown = sign === undefined ? `\\${name ?? ''}` : plainSign(sign);
      written.push(`${prefix === '' ? '' : `\\mathrm{${prefix}}`}${shown}${power}`);
      [prefix, isPer, ahead] = ['', false, ''];
    }
  }
  return written.join('\\,');
}

/** A number as siunitx reads it: `1.2e-3`, `5 x 10`, `4 +- 1`. */
const number = (source: string): string =>
  source
    .trim()
    .replace(/(?<!\s)\s*(?:\+-|\\pm)\s*/g, ' \\pm ')
    .replace(/(\d)\s*[eE]\s*([+-]?\d+)/, '$1 \\times 10^{$2}')
    .replace(/(\d)\s*x\s*(?=\d)/g, '$1 \\times ');

/** A number with its unit; only the sign of an angle follows without a space. */
function quantity(value: string, of: string): string {
  const sign = unit(of);
  if (value.trim() === '') return sign;
  const space = sign === '^{\\circ}' ? '' : '\\,';
  return `${number(value)}${space}${sign.startsWith('^') ? `{}${sign}` : sign}`;
}

const entry = (name: string, takes: number, become: Expansion['become']): readonly [string, Expansion] => [
  name,
  { takes, become },
];

/** Numbers and units by the commands of siunitx. */
export const unitCommands: readonly (readonly [string, Expansion])[] = [
  entry('SI', 2, (value = '', of = '') => quantity(value, of)),
  entry('qty', 2, (value = '', of = '') => quantity(value, of)),
  entry('si', 1, (of = '') => unit(of)),
  entry('unit', 1, (of = '') => unit(of)),
  entry('num', 1, (value = '') => number(value)),
  entry('ang', 1, (value = '') => `${number(value)}^{\\circ}`),
  entry('SIrange', 3, (from = '', to = '', of = '') => `${number(from)}\\text{–}${quantity(to, of)}`),
  entry('qtyrange', 3, (from = '', to = '', of = '') => `${number(from)}\\text{–}${quantity(to, of)}`),
  entry('numrange', 2, (from = '', to = '') => `${number(from)}\\text{–}${number(to)}`),
];
