import type { Attribute, MetadataObject } from '#platform';
import { documentText, textLiteral } from '../records/document-text.ts';
import { quoteIdentifier as q, quoteLiteral } from '../storage/quoting.ts';
import { balanceConstraints } from './balance-constraints.ts';
import { movementStatement } from './movement-statement.ts';
import { movementsFunctionName } from './movements-function.ts';
import type { PostedDocument, WrittenRegister } from './posted-document.ts';
import { callLacks, postingFrame, sealedProblems } from './posting-frame.ts';
import { ruleCompiler } from './rule-compiler.ts';

/** `"path:post"(ids, context)`: replaces the movements of these documents by those their rules make now. */
export function postFunction(posted: PostedDocument): string {
  return postingFrame({
    posted,
    name: 'post',
    before: refusedDocuments(posted),
    registers: posted.registers.map(register => registerStep(posted, register)),
    posts: true,
  });
}

/** Collects the documents that must not be posted whatever their movements are. */
function refusedDocuments({ configuration, document }: PostedDocument): string {
  const compiler = ruleCompiler(configuration, document, undefined);
  const sections = (document.entity?.sections ?? []).filter(section => section.required);
  const refusals = [
    refusal({
      when: 'd.date < _closed',
      code: 'closed-period',
      document,
      parameters: `'date', to_char(d.date, 'YYYY-MM-DD'), 'closedPeriod', _closed`,
    }),
    refusal({ when: 'd."deletionMark"', code: 'marked-not-posted', document, parameters: '' }),
    ...sections.map(section =>
      refusal({
        when: [
          `(select l.line from ${q(section.path)} l where l.record = d.id limit 1) is null`,
          ...(section.option === undefined ? [] : [compiler.option(section.option)]),
        ].join(' and '),
        code: 'section-empty',
        document,
        parameters: `'section', ${textLiteral(section.title)}`,
        path: section.path,
      }),
    ),
  ];
  const conditions = refusals.map(({ when }) => `(${when})`).join(' or ');
  const pairs = refusals.map(({ when, problem }) => `(${when}, ${problem})`).join(', ');
  return `if exists (select from ${q(document.path)} d where d.id = any(_ids) and (${conditions})) then
    select jsonb_agg(problem) into _found from ${q(document.path)} d
    cross join lateral (values ${pairs}) refusal (refused, problem) where d.id = any(_ids) and refused;
    _problems := _problems || coalesce(_found, '[]');
  end if;`;
}

interface Refusal {
  readonly when: string;
  readonly code: string;
  readonly document: MetadataObject;
  readonly parameters: string;
  readonly path?: string;
}

function refusal({ when, code, document, parameters, path }: Refusal): { when: string; problem: string } {
  const more = parameters === '' ? '' : `, ${parameters}`;
  return {
    when,
    problem: `jsonb_build_object('code', ${quoteLiteral(code)}, 'path', ${quoteLiteral(path ?? document.path)}, 'record', d.id,
      'parameters', jsonb_build_object('document', ${documentText(document, 'd')}${more}))`,
  };
}

function registerStep(posted: PostedDocument, { layout }: WrittenRegister): string {
  const name = movementsFunctionName(posted.document, layout.object);
  const required = [...layout.register.dimensions, ...layout.register.resources, ...layout.register.attributes].filter(
    attribute => attribute.required,
  );
  const missing = required.map(attribute => `c.${q(attribute.name)} is null`);
  const write = {
    layout,
    fresh: `select * from ${q(name)}(_ids)`,
    incomplete: missing.length === 0 ? 'false' : `(${missing.join(' or ')})`,
    constraints: balanceConstraints(posted.configuration, layout),
  };
  // Starting a statement costs by its parts, and most documents are posted once: the first time has fewer.
  return `if exists (select from ${q(layout.movements)} where recorder = any(_ids)) then
  ${movementStatement(write)}
  else
  ${movementStatement({ ...write, isFirst: true })}
  end if;
  ${missing.length === 0 ? '' : incompleteProblems(posted, name, required, layout.object)}
  ${callLacks(posted, layout, true)}
  ${sealedProblems(posted.document)}`;
}

function incompleteProblems(
  { document }: PostedDocument,
  name: string,
  required: readonly Attribute[],
  register: MetadataObject,
): string {
  const empties = required.map(
    attribute => `(m.${q(attribute.name)} is null, ${quoteLiteral(attribute.path)}, ${textLiteral(attribute.title)})`,
  );
  return `if _step.incomplete > 0 then
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('code', 'movement-incomplete', 'path', empty.path, 'record', d.id,
      'section', m."source:section", 'line', m."source:line",
      'parameters', jsonb_build_object('document', ${documentText(document, 'd')}, 'attribute', empty.title,
        'register', ${textLiteral(register.title)}))) order by d.id, m.line)
    into _found from ${q(name)}(_ids) m join ${q(document.path)} d on d.id = m.recorder
    cross join lateral (values ${empties.join(', ')}) empty (missing, path, title) where empty.missing;
    _problems := _problems || coalesce(_found, '[]');
  end if;`;
}
