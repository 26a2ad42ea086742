import type Handlebars from 'handlebars';

/** The parts of the Handlebars syntax tree that Lectern looks at; the package's own types are incomplete. */
type Node = hbs.AST.Node;
type Expression = hbs.AST.Expression;

/** Something in a template that Lectern does not allow, with the place of the node. */
export interface TemplateProblem {
  readonly kind: 'unescaped' | 'unknown-helper' | 'unknown-partial';
  readonly name: string;
  readonly loc: hbs.AST.SourceLocation;
}

export interface Rewritten {
  readonly program: hbs.AST.Program;
  readonly partials: readonly { readonly name: string; readonly loc: hbs.AST.SourceLocation }[];
  readonly problems: readonly TemplateProblem[];
}

/** The helper that every written value goes through. */
export const writeHelper = '__write';

const isPath = (node: Node): node is hbs.AST.PathExpression => node.type === 'PathExpression';
const nameOf = (node: Node): string => (isPath(node) ? node.original : '');

/**
 * Makes escaping part of the template itself: `{{x}}` becomes a call of {@link writeHelper} around `x`, so that no
 * value reaches the slide in another way. Refuses unescaped output, unknown helpers and computed partial names.
 */
export function rewrite(program: hbs.AST.Program, helpers: ReadonlySet<string>): Rewritten {
  const problems: TemplateProblem[] = [];
  const partials: { name: string; loc: hbs.AST.SourceLocation }[] = [];

  const checkHelper = (path: Node, always: boolean): void => {
    const name = nameOf(path);
    if (always && !helpers.has(name)) problems.push({ kind: 'unknown-helper', name, loc: path.loc });
  };

  const visitExpression = (node: Expression): void => {
    if (node.type !== 'SubExpression') return;
    const call = node as hbs.AST.SubExpression;
    checkHelper(call.path, true);
    visitArguments(call.params, call.hash);
  };

  const visitArguments = (params: readonly Expression[], hash: hbs.AST.Hash | undefined): void => {
    params.forEach(visitExpression);
    hash?.pairs.forEach((pair) => visitExpression(pair.value));
  };

  const written = (node: hbs.AST.MustacheStatement): hbs.AST.MustacheStatement => {
    if (!node.escaped) problems.push({ kind: 'unescaped', name: nameOf(node.path), loc: node.loc });
    const hasArguments = node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0;
    checkHelper(node.path, hasArguments);
    visitArguments(node.params, node.hash);
    const isCall = hasArguments || helpers.has(nameOf(node.path));
    const value: Expression = isCall
      ? ({
          type: 'SubExpression',
          path: node.path,
          params: node.params,
          hash: node.hash,
          loc: node.loc,
        } as hbs.AST.SubExpression)
      : node.path;
    const path = {
      type: 'PathExpression',
      data: false,
      depth: 0,
      parts: [writeHelper],
      original: writeHelper,
      loc: node.loc,
    };
    return {
      ...node,
      path: path,
      params: [value],
      hash: undefined as unknown as hbs.AST.Hash,
      escaped: false,
    };
  };

  const visitBlock = (node: hbs.AST.BlockStatement): hbs.AST.BlockStatement => {
    checkHelper(node.path, node.params.length > 0);
    visitArguments(node.params, node.hash);
    return {
      ...node,
      program: visitProgram(node.program),
      ...(node.inverse ? { inverse: visitProgram(node.inverse) } : {}),
    };
  };

  const visitPartial = (node: hbs.AST.PartialStatement): hbs.AST.PartialStatement => {
    if (!isPath(node.name)) problems.push({ kind: 'unknown-partial', name: '(computed)', loc: node.loc });
    else partials.push({ name: nameOf(node.name), loc: node.loc });
    visitArguments(node.params, node.hash);
    return node;
  };

  const visitStatement = (node: hbs.AST.Statement): hbs.AST.Statement => {
    switch (node.type) {
      case 'MustacheStatement':
        return written(node as hbs.AST.MustacheStatement);
      case 'BlockStatement':
        return visitBlock(node as hbs.AST.BlockStatement);
      case 'PartialStatement':
        return visitPartial(node as hbs.AST.PartialStatement);
      case 'PartialBlockStatement':
      case 'Decorator':
      case 'DecoratorBlock':
        problems.push({ kind: 'unknown-partial', name: node.type, loc: node.loc });
        return node;
      default:
        return node;
    }
  };

  const visitProgram = (node: hbs.AST.Program): hbs.AST.Program => ({ ...node, body: node.body.map(visitStatement) });
  return { program: visitProgram(program), partials, problems };
}

export type HandlebarsEnvironment = typeof Handlebars;
