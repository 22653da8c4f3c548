import { getSystemErrorMessage } from 'node:util';
import type { Problem, Text } from '#platform';

/** What is wrong with a file or folder that somebody named; undefined for errors that are not about files. */
export function fileProblem(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return undefined;
  const { code, path } = error;
  if (typeof code !== 'string' || typeof path !== 'string' || !('errno' in error)) return undefined;
  const reason = reasons[code] ?? { en: getSystemErrorMessage(Number(error.errno)) };
  return { code: 'file-not-usable', parameters: { file: path, reason } };
}

const reasons: Readonly<Record<string, Text>> = {
  ENOENT: { en: 'there is no such file or folder', ru: 'такого файла или папки нет' },
  EACCES: { en: 'the system does not allow it', ru: 'система не разрешает' },
  EPERM: { en: 'the system does not allow it', ru: 'система не разрешает' },
  EROFS: { en: 'the disk is read-only', ru: 'диск доступен только для чтения' },
  ENOSPC: { en: 'the disk is full', ru: 'диск заполнен' },
  EISDIR: { en: 'it is a folder', ru: 'это папка' },
  ENOTDIR: { en: 'a part of the path is no folder', ru: 'часть пути — не папка' },
  EEXIST: { en: 'a file is in the way', ru: 'на этом месте уже есть файл' },
};
