import type { FileId, Json } from '../../base/index.ts';
import type { LostLines } from './mend-findings.ts';
import type { PlaceIndex } from './places.ts';

/** A YAML file as JSON values, with the place of each. */
export interface YamlFile {
  readonly file: FileId;
  readonly text: string;
  /** Objects have no prototype; strings, numbers, booleans, null, lists and objects only. */
  readonly value: Json;
  readonly places: PlaceIndex;
  /** Whether a value has an anchor: then it may be repeated elsewhere. */
  readonly hasAnchors: boolean;
  /** What could not be read and was left out. */
  readonly lost?: readonly LostLines[];
}
