/** What was asked for cannot be done as things are; the message is a sentence for the user. */
export class NotPossible extends Error {}
