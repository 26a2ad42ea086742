import type { ImportReader } from '../model.ts';

/** Word documents. What reads them is large, and loaded only for one. */
export const docxReader: ImportReader = {
  endings: ['docx'],
  async read(bytes) {
    const { readDocument } = await import('./docx-document.ts');
    return readDocument(bytes);
  },
};
