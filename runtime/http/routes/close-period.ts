import { setClosedPeriod } from '../../records/settings.ts';
import type { SettingsView } from '../contract.ts';
import { plainBody, route } from '../route.ts';

/** Everything before the date is closed; null opens all. */
export const closePeriod = route({
  method: 'PUT',
  path: '/settings/closed-period',
  right: 'changeClosedPeriod',
  body: plainBody<SettingsView>('closedPeriod'),
  handle: async ({ session, body }) => ({ body: await setClosedPeriod(session, body.closedPeriod) }),
});
