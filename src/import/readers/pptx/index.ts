import type { ImportReader } from '../../model.ts';

/** Presentations of PowerPoint and of others that write its form. What reads them is loaded only for one. */
export const pptxReader: ImportReader = {
  endings: ['pptx', 'ppsx', 'potx'],
  async read(bytes) {
    const { readPresentation } = await import('./presentation.ts');
    return readPresentation(bytes);
  },
};
