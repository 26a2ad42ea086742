import type { CodeDoc } from '../base/index.ts';
import { buildCodes } from '../make/index.ts';
import { checkCodes } from '../checks/index.ts';
import { composeCodes } from '../compose/index.ts';
import { coverageCodes } from '../coverage/index.ts';
import { galleryCodes } from '../pages/gallery/index.ts';
import { pdfCodes } from '../formats/pdf/index.ts';
import { pptxCodes } from '../formats/pptx/index.ts';
import { diffCodes } from './diff/codes.ts';
import { lectureCodes } from '../lecture/index.ts';
import { kitCodes } from '../formats/platforms/index.ts';
import { hostCodes } from '../host/index.ts';
import { parseCodes } from '../parse/index.ts';
import { chartCodes, diagramCodes, imageCodes, renderCodes, svgCodes } from '../render/index.ts';

/** Every diagnostic code with its documentation. */
export const allCodes: Readonly<Record<string, CodeDoc>> = {
  ...parseCodes,
  ...composeCodes,
  ...renderCodes,
  ...diagramCodes,
  ...chartCodes,
  ...svgCodes,
  ...imageCodes,
  ...coverageCodes,
  ...checkCodes,
  ...galleryCodes,
  ...pdfCodes,
  ...pptxCodes,
  ...kitCodes,
  ...lectureCodes,
  ...diffCodes,
  ...buildCodes,
  ...hostCodes,
};
