import type { Evidence } from '../format.ts';

/** The tools by name and version, without paths of the machine. */
export const toolsOf = ({ tool }: Evidence): readonly string[] => [`Lectern ${tool.version}`, tool.browser];
