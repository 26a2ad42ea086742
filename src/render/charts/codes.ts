import { defineCodes } from '../../base/index.ts';

/** What can be wrong with a chart. */
export const { table: chartCodes, diagnostic: chartProblem } = defineCodes({
  'chart/no-data': {
    severity: 'error',
    summary: 'A chart has no rows of data.',
    why: 'An empty chart says nothing.',
    mend: 'Give `data` as rows or as a CSV file beside the lesson.',
  },
  'chart/too-much-data': {
    severity: 'error',
    summary:
      'The data of a chart has more than 10 000 rows, 100 000 cells or 2 000 000 characters, or a chart has more than 200 series, 1000 bars, or 200 lines, bands and notes.',
    why: 'Drawing it could take minutes, and nobody could see single values on a slide.',
    mend: 'Summarise the data before: a mean for each group, every tenth value, or the part that the slide is about.',
  },
  'chart/unknown-column': {
    severity: 'error',
    summary: 'A chart names a column that its data does not have.',
    why: 'The axis would be empty.',
    mend: 'Use one of the columns that the message lists.',
  },
  'chart/not-a-number': {
    severity: 'error',
    summary: 'A column that a chart measures holds something that is no number.',
    why: 'The bar or point would be missing without a word.',
    mend: 'Correct the cell, or leave it empty when there is no value. Numbers may be written 1,200, 24,5, 12 % or 1.2e3.',
  },
  'chart/thousands': {
    severity: 'warning',
    summary: 'A number such as 1.200 is read as thousands, as the language of the lesson does.',
    why: 'YAML would read 1,2: the bar would be a thousand times too small.',
    mend: 'Write 1200 for the thousands, or 1.2 for the fraction.',
  },
  'chart/missing-values': {
    severity: 'warning',
    summary: 'Rows of a chart have no value.',
    why: 'Nothing is drawn for them, and no one sees that something is missing.',
    mend: 'Fill in the values, leave the rows out, or say on the slide that they are missing.',
  },
  'chart/short-form': {
    severity: 'error',
    summary: 'The short form of a chart is incomplete, or has a key that it does not know.',
    why: 'It is not clear what to draw.',
    mend: 'Give `type` (bar, line, point, area or forest), `x` and `y`, or write a whole Vega-Lite specification.',
  },
  'chart/outside-data': {
    severity: 'error',
    summary: 'A chart asks for data or pictures from a URL, or makes too much data itself.',
    why: 'A lesson is built without the network, in bounded time, and gives the same chart every time.',
    mend: 'Put the data beside the lesson as CSV, or write it as rows.',
  },
  'chart/specification': {
    severity: 'error',
    summary: 'Vega-Lite does not accept the specification of a chart.',
    why: 'The chart cannot be drawn, or not as written.',
    mend: 'Correct the specification; the message is that of Vega-Lite.',
  },
  'chart/small-text': {
    severity: 'warning',
    summary: 'A chart sets text smaller than can be read from the last row.',
    why: 'Text under 18 pt (24 px) is not read in a lecture hall.',
    mend: 'Leave the font sizes of the chart to the theme.',
  },
  'chart/too-large': {
    severity: 'error',
    summary: 'A chart does not fit in its box with text that can be read.',
    why: 'It would run over the edge of the slide, or shrink below 24 px.',
    mend: 'Show fewer categories or panels, or shorten their names.',
  },
});
