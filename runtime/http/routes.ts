import type { AnyPublicRoute, AnyRoute } from './route.ts';
import { acceptFirstAdministrator } from './routes/accept-first-administrator.ts';
import { cancelJob } from './routes/cancel-job.ts';
import { changePassword } from './routes/change-password.ts';
import { changeSession } from './routes/change-session.ts';
import { chooseRecords } from './routes/choose-records.ts';
import { closePeriod } from './routes/close-period.ts';
import { createRecord } from './routes/create-record.ts';
import { createUser } from './routes/create-user.ts';
import { deleteMarked } from './routes/delete-marked.ts';
import { describeApi } from './routes/describe-api.ts';
import { downloadFile } from './routes/download-file.ts';
import { draftRecord } from './routes/draft-record.ts';
import { endUserSessions } from './routes/end-user-sessions.ts';
import { enterOnce } from './routes/enter-once.ts';
import { exportRecords } from './routes/export-records.ts';
import { findReferences } from './routes/find-references.ts';
import { importRecords } from './routes/import-records.ts';
import { listJobs } from './routes/list-jobs.ts';
import { listMovements } from './routes/list-movements.ts';
import { listRecords } from './routes/list-records.ts';
import { listUsers } from './routes/list-users.ts';
import { markRecord } from './routes/mark-record.ts';
import { postDocument } from './routes/post-document.ts';
import { previewPosting } from './routes/preview-posting.ts';
import { readApiPage } from './routes/read-api-page.ts';
import { readBalance } from './routes/read-balance.ts';
import { readBalanceAndTurnovers } from './routes/read-balance-and-turnovers.ts';
import { readConstants } from './routes/read-constants.ts';
import { readJob } from './routes/read-job.ts';
import { readMetadata } from './routes/read-metadata.ts';
import { readMovements } from './routes/read-movements.ts';
import { readOptions } from './routes/read-options.ts';
import { readRecord } from './routes/read-record.ts';
import { readSession } from './routes/read-session.ts';
import { readSettings } from './routes/read-settings.ts';
import { readSlice } from './routes/read-slice.ts';
import { readTurnovers } from './routes/read-turnovers.ts';
import {
  createRegisterRecord,
  deleteRegisterRecord,
  listRegisterRecords,
  readRegisterRecord,
  updateRegisterRecord,
} from './routes/register-records.ts';
import { setConstant } from './routes/set-constant.ts';
import { signIn } from './routes/sign-in.ts';
import { signOut } from './routes/sign-out.ts';
import { startJob } from './routes/start-job.ts';
import { switchOption } from './routes/switch-option.ts';
import { unmarkRecord } from './routes/unmark-record.ts';
import { unpostDocument } from './routes/unpost-document.ts';
import { updateRecord } from './routes/update-record.ts';
import { updateUser } from './routes/update-user.ts';
import { uploadFile } from './routes/upload-file.ts';
import { watchJob } from './routes/watch-job.ts';

/** Every operation that needs somebody signed in, which is all there are beside the few below. */
export const routes: readonly AnyRoute[] = [
  readSession,
  changeSession,
  changePassword,
  signOut,
  readMetadata,
  describeApi,
  listRecords,
  createRecord,
  draftRecord,
  previewPosting,
  readRecord,
  updateRecord,
  deleteMarked,
  markRecord,
  unmarkRecord,
  postDocument,
  unpostDocument,
  readMovements,
  findReferences,
  chooseRecords,
  readBalance,
  readTurnovers,
  readBalanceAndTurnovers,
  readSlice,
  listMovements,
  listRegisterRecords,
  createRegisterRecord,
  readRegisterRecord,
  updateRegisterRecord,
  deleteRegisterRecord,
  readConstants,
  setConstant,
  readOptions,
  switchOption,
  readSettings,
  closePeriod,
  listUsers,
  createUser,
  updateUser,
  endUserSessions,
  listJobs,
  startJob,
  watchJob,
  readJob,
  cancelJob,
  uploadFile,
  downloadFile,
  exportRecords,
  importRecords,
];

/** The operations that need nobody signed in. */
export const publicRoutes: readonly AnyPublicRoute[] = [signIn, acceptFirstAdministrator, enterOnce, readApiPage];
