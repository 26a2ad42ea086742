import type { BrowserPage } from '../../model/index.ts';
import { makeBoxes } from './page/boxes.ts';
import { makeCode } from './page/code.ts';
import { makeDrawings } from './page/drawings.ts';
import { makeFlows } from './page/flows.ts';
import { makeGenerated } from './page/generated.ts';
import { makePictures } from './page/pictures.ts';
import { makeRuns } from './page/runs.ts';
import { readScene } from './page/slides.ts';
import { makeTables } from './page/tables.ts';
import { makeTools } from './page/tools.ts';
import type { Scene } from './scene.ts';
import { chartColors } from './charts.ts';
import { themeColors } from './write/theme.ts';

/** A drawing with more shapes than a person would edit is a picture under its words. */
const mostShapes = 600;

/** A function as the text in which it reaches the page. */
const text = (run: (...args: never[]) => unknown): string => `(${run.toString()})`;

const script = `(() => {
  const tools = ${text(makeTools)}();
  const runs = ${text(makeRuns)}(tools);
  const pictures = ${text(makePictures)}(tools);
  const boxes = ${text(makeBoxes)}(tools, (element, pseudo, rect) => pictures.ground(element, pseudo, rect));
  const flows = ${text(makeFlows)}(tools, runs, boxes.isDecorated);
  const tableOf = ${text(makeTables)}(tools, flows, boxes);
  const drawings = ${text(makeDrawings)}(tools, runs, pictures, ${mostShapes});
  const codeOf = ${text(makeCode)}(tools, runs);
  const generatedOf = ${text(makeGenerated)}(runs, flows);
  const drawingOf = (svg) => drawings.read(svg);
  return ${text(readScene)}({ tools, runs, flows, boxes, pictures, tableOf, drawingOf, codeOf, generatedOf }, ${JSON.stringify([...new Set([...themeColors, ...chartColors])])});
})()`;

/** Reads where everything stands on the slides of the loaded deck. */
export const sceneOf = (page: BrowserPage): Promise<Scene> => page.evaluate<Scene>(script);
