/** Something in the shape of a slide that was mended, and that its author should know of. */
export interface Slip {
  /** From the slide; empty where what was mended has no place of its own. */
  readonly pointer: string;
  readonly message: string;
  readonly help: string;
}
