import { quoteLiteral } from '../../storage/quoting.ts';
import { isDated, readClosedPeriod } from '../closed-period.ts';
import { documentText } from '../document-text.ts';
import type { RecordShape } from '../record-shape.ts';
import { closed, isNew, ofBefore, ofRecord, problems, record } from './variables.ts';

/** The first statement: what is closed, before anything is locked. */
export function readClosed(shape: RecordShape): string {
  return isDated(shape) ? readClosedPeriod(closed, 'context') : '';
}

/**
 * A record may neither leave the closed period, nor change or be written inside it, posted or not. What is about to be posted
 * on a closed date is left to posting, which tells it along with everything else that refuses.
 */
export function refuseClosed(shape: RecordShape): string {
  if (!isDated(shape)) return '';
  const left = `not ${isNew} and ${ofBefore('date')} < ${closed}`;
  const entered = `${ofRecord('date')} < ${closed}${shape.postable ? ` and not ${ofRecord('posted')}` : ''}`;
  const date = `case when ${left} then ${ofBefore('date')} else ${ofRecord('date')} end`;
  return `if ${left} or ${entered} then
    ${problems} := ${problems} || jsonb_build_object('code', 'closed-period', 'path', ${quoteLiteral(`${shape.object.path}.date`)},
      'parameters', jsonb_build_object('document', ${documentText(shape.object, record)},
        'date', to_char(${date}, 'YYYY-MM-DD'), 'closedPeriod', ${closed}));
  end if;`;
}
