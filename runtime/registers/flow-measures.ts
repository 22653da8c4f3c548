import { sql } from 'kysely';
import type { Attribute } from '#platform';
import type { Measure } from './answer-question.ts';
import type { Branch } from './branches.ts';
import type { RegisterLayout } from './register-layout.ts';

/** Net, receipts and expenses of each resource; the net alone where movements have no direction. */
export function flowMeasures(layout: RegisterLayout): Measure[] {
  return layout.register.resources.flatMap(attribute => (layout.keepsBalance ? directed(attribute) : [net(attribute)]));
}

/** Opening balance, receipts, expenses and closing balance of each resource. */
export function balanceFlowMeasures(layout: RegisterLayout): Measure[] {
  return layout.register.resources.flatMap(attribute => {
    const resource = attribute.name;
    const opening = (branch: Branch) => (branch.role === 'opening' ? sql.id(resource) : undefined);
    return [
      { name: `${resource}.opening`, attribute, of: opening },
      ...directed(attribute).slice(1),
      { name: `${resource}.closing`, attribute, of: () => sql.id(resource) },
    ];
  });
}

function net(attribute: Attribute): Measure {
  return { name: attribute.name, attribute, of: onlyFlow(() => sql.id(attribute.name)) };
}

function directed(attribute: Attribute): Measure[] {
  const resource = attribute.name;
  const receipt = onlyFlow(branch => branch.receipt(resource));
  const expense = onlyFlow(branch => sql`${branch.receipt(resource)} - ${sql.id(resource)}`);
  return [
    net(attribute),
    { name: `${resource}.receipt`, attribute, of: receipt },
    { name: `${resource}.expense`, attribute, of: expense },
  ];
}

function onlyFlow(of: Measure['of']): Measure['of'] {
  return branch => (branch.role === 'flow' ? of(branch) : undefined);
}
