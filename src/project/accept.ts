import type { Diagnostic } from '../base/index.ts';
import { acceptLock, lockFile } from '../coverage/index.ts';
import type { Lesson } from '../model/index.ts';
import type { Project } from './project.ts';
import { writeProjectFile } from './write.ts';

/** Writes the lock of a lesson: its source as it is now has been looked at. */
export const acceptSource = ({ root }: Project, lesson: Lesson): readonly Diagnostic[] =>
  writeProjectFile(root, lockFile(lesson), acceptLock(lesson));
