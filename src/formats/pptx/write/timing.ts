import type { Item } from '../scene.ts';
import { el } from './xml.ts';

/** A shape, or a paragraph of it, that appears with a click. */
export interface Target {
  readonly step: number;
  readonly shape: number;
  readonly paragraph?: number;
}

/** What of an item appears later than its slide. */
export function targetsOf(item: Item, shape: number): readonly Target[] {
  const paragraphs = item.kind === 'text' ? item.paragraphs : [];
  const first = paragraphs[0]?.step;
  const isEven = paragraphs.every(({ step }) => step === first);
  if (paragraphs.length > 0 && !isEven)
    return paragraphs.flatMap(({ step }, paragraph) => (step === undefined ? [] : [{ step, shape, paragraph }]));
  const step = first ?? item.step;
  return step === undefined ? [] : [{ step, shape }];
}

const now = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>';

/** Writes the clicks of a slide: with each, what belongs to it is simply there. */
class Timeline {
  #ids = 2;

  #next(): number {
    this.#ids += 1;
    return this.#ids;
  }

  click(targets: readonly Target[]): string {
    const [outer, inner] = [this.#next(), this.#next()];
    const effects = targets.map((target, i) => this.#effect(target, i === 0 ? 'clickEffect' : 'withEffect')).join('');
    const together = el('p:cTn', { id: inner, fill: 'hold' }, now, el('p:childTnLst', {}, effects));
    const wait = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>';
    const click = el('p:childTnLst', {}, el('p:par', {}, together));
    return el('p:par', {}, el('p:cTn', { id: outer, fill: 'hold' }, wait, click));
  }

  #effect({ shape, paragraph }: Target, nodeType: string): string {
    const [outer, inner] = [this.#next(), this.#next()];
    const range = paragraph === undefined ? '' : el('p:txEl', {}, el('p:pRg', { st: paragraph, end: paragraph }));
    const behaviour = el(
      'p:cBhvr',
      {},
      el('p:cTn', { id: inner, dur: 1, fill: 'hold' }, now),
      el('p:tgtEl', {}, el('p:spTgt', { spid: shape }, range)),
      '<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst>',
    );
    const set = el('p:set', {}, behaviour, '<p:to><p:strVal val="visible"/></p:to>');
    const attributes = { id: outer, presetID: 1, presetClass: 'entr', presetSubtype: 0, fill: 'hold', nodeType };
    return el('p:par', {}, el('p:cTn', attributes, now, el('p:childTnLst', {}, set)));
  }
}

/** The steps of a slide as simple animations; empty when all is there from the start. */
export function timingXml(targets: readonly Target[]): string {
  const steps = [...new Set(targets.map(({ step }) => step))].sort((a, b) => a - b);
  if (steps.length === 0) return '';
  const timeline = new Timeline();
  const clicks = steps.map((step) => timeline.click(targets.filter((target) => target.step === step)));
  const turn = (name: string, evt: string): string =>
    el(`p:${name}`, {}, el('p:cond', { evt, delay: 0 }, '<p:tgtEl><p:sldTgt/></p:tgtEl>'));
  const main = el('p:cTn', { id: 2, dur: 'indefinite', nodeType: 'mainSeq' }, el('p:childTnLst', {}, ...clicks));
  const sequence = el(
    'p:seq',
    { concurrent: 1, nextAc: 'seek' },
    main,
    turn('prevCondLst', 'onPrev'),
    turn('nextCondLst', 'onNext'),
  );
  const root = el(
    'p:cTn',
    { id: 1, dur: 'indefinite', restart: 'never', nodeType: 'tmRoot' },
    el('p:childTnLst', {}, sequence),
  );
  return el('p:timing', {}, el('p:tnLst', {}, el('p:par', {}, root)));
}
