import { loadConfiguration } from '../../runtime/loading/load-configuration.ts';
import type { Session } from '../../runtime/session/session.ts';
import { given, serveWorkspace, type Workspace } from './browser.ts';
import { testInfobase } from './database.ts';

/** A company on the shipped technical package with just enough to trade: one warehouse, two items, a supplier, a customer. */
export interface TradingCompany extends Workspace {
  readonly warehouse: string;
  readonly cement: string;
}

/** Serves such a company; its database goes with it. */
export async function tradingCompany(): Promise<TradingCompany> {
  const { configuration, problems } = await loadConfiguration({ packages: ['technical'], ids: 'derived' });
  if (configuration === undefined) throw new Error(`The technical package is broken: ${JSON.stringify(problems)}`);
  const database = await testInfobase(configuration);
  const workspace = await serveWorkspace(database, configuration);
  const records = await furnish(workspace.session);
  return {
    ...workspace,
    ...records,
    [Symbol.asyncDispose]: async () => {
      await workspace[Symbol.asyncDispose]();
      await database.close();
    },
  };
}

async function furnish(session: Session): Promise<{ warehouse: string; cement: string }> {
  const described = (path: string, description: string) => given(session, path, { values: { description } });
  const warehouse = await described('technical.Warehouse', 'North yard');
  const cement = await described('technical.TechnicalItem', 'Cement M500');
  await described('technical.TechnicalItem', 'Washed sand');
  await described('regulatory.Counterparty', 'Granite Quarry');
  await described('regulatory.Counterparty', 'Monolith Construction');
  await described('economic.FinancialFlow', 'Core trade');
  return { warehouse, cement };
}
