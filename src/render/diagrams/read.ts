import { isObject, type Json, type JsonObject } from '../../base/index.ts';

/** A list of objects; anything else is left out, the layout's schema has reported it. */
export function objects(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A list that may hold anything. */
export function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** Text as written; numbers (with a true minus sign) and booleans become text, everything else is empty. */
export function text(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value).replace(/^-/, '−');
  return typeof value === 'boolean' ? String(value) : '';
}

/** Text, or `undefined` when there is none. */
export function optional(value: Json | undefined): string | undefined {
  const written = text(value).trim();
  return written === '' ? undefined : written;
}

/** What most boxes hold. */
export interface NodeData {
  readonly label: string;
  readonly detail: string | undefined;
  readonly evidence: string | undefined;
  readonly uncertain: boolean;
  readonly tone: string | undefined;
  /** Whether the slide points at it; see emphasis.ts. */
  readonly emphasis: 'lit' | 'dim' | undefined;
}

/** What {@link emphasise} has written on a part. */
export const emphasisOf = ({ emphasis }: JsonObject): NodeData['emphasis'] =>
  emphasis === 'lit' || emphasis === 'dim' ? emphasis : undefined;

/** Reads `{label, detail, evidence, uncertain, tone}`. */
export function nodeOf(data: JsonObject): NodeData {
  return {
    label: text(data.label),
    detail: optional(data.detail),
    evidence: optional(data.evidence),
    uncertain: data.uncertain === true,
    tone: optional(data.tone),
    emphasis: emphasisOf(data),
  };
}
