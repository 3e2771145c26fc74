/** Where files that answer questions come in and go out. */
import { fileRoutes, type FileRoutesOptions } from '../core/files/index.ts';
import type { Handler } from '../core/http/index.ts';
import { addAnswerFile, answerFileOf, answerFileSlice, linkOfFile, MOST, obstacleToFile, readSentFile } from './answer-files.service.ts';

/** What their addresses begin with. */
export const ANSWER_FILES = '/answers/';

const KEY = String.raw`([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})`;

/** Answers GET `/answers/AnswerFile_…` with the file, and POST `/answers/FormQuestion_…` with what came of bringing the file in its body. */
export function answerFileRoutes(options: FileRoutesOptions): Handler {
  return fileRoutes(options, {
    file: new RegExp(`^/answers/AnswerFile_${KEY}$`), to: new RegExp(`^/answers/FormQuestion_${KEY}$`), header: 'x-answer-file', most: MOST.file, counted: 'bringAnswerFile', read: readSentFile,
    obstacleTo: obstacleToFile, store: addAnswerFile, byLink: { linkOf: linkOfFile, obstacleTo: obstacleToFile, store: addAnswerFile }, checked: { as: 'answer', keyOf: ({ sent }) => sent.key }, find: answerFileOf, slice: answerFileSlice, isAboutPeople: true,
  });
}
