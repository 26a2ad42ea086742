export type { DeckBlock, DeckWords, PlanData, QuestionData, SectionData, SlideData } from './deck.ts';
export type {
  CoverageMessage,
  CoveredStatement,
  DeckMessage,
  ExportReply,
  Finding,
  FindingsMessage,
  LessonsMessage,
  ListedLesson,
  LiveMessage,
  LivePosition,
  PositionReport,
  RemoteCommand,
  RemoteMessage,
  ShellMessage,
  ShownPlace,
  SlideChange,
} from './preview.ts';
export { fill } from './fill.ts';
export { inkWidths, strokePath, type InkStroke, type LectureRecord, type Visit } from './lecture.ts';
export { variants, type Variant } from './variants.ts';
export type {
  AccessibilityWords,
  CoverageWords,
  DiagramWords,
  ImportWords,
  OverviewWords,
  PageWords,
  PlayerWords,
  PreviewWords,
  ReadingWords,
  ReviewWords,
} from './words.ts';
