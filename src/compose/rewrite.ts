import 'handlebars';

/** The parts of the Handlebars syntax tree that Lectern looks at. */
type Node = hbs.AST.Node;
type Expression = hbs.AST.Expression;

/** Something in a template that Lectern does not allow, with the place of the node. */
interface TemplateProblem {
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
  const rewriter = new Rewriter(helpers);
  return { program: rewriter.program(program), partials: rewriter.partials, problems: rewriter.problems };
}

class Rewriter {
  readonly problems: TemplateProblem[] = [];
  readonly partials: { name: string; loc: hbs.AST.SourceLocation }[] = [];
  readonly #helpers: ReadonlySet<string>;

  constructor(helpers: ReadonlySet<string>) {
    this.#helpers = helpers;
  }

  program(node: hbs.AST.Program): hbs.AST.Program {
    return { ...node, body: node.body.map((statement) => this.#statement(statement)) };
  }

  #statement(node: hbs.AST.Statement): hbs.AST.Statement {
    switch (node.type) {
      case 'MustacheStatement':
        return this.#written(node as hbs.AST.MustacheStatement);
      case 'BlockStatement':
        return this.#block(node as hbs.AST.BlockStatement);
      case 'PartialStatement':
        return this.#partial(node as hbs.AST.PartialStatement);
      case 'PartialBlockStatement':
      case 'Decorator':
      case 'DecoratorBlock':
        this.problems.push({ kind: 'unknown-partial', name: node.type, loc: node.loc });
        return node;
      default:
        return node;
    }
  }

  #written(node: hbs.AST.MustacheStatement): hbs.AST.MustacheStatement {
    if (!node.escaped) this.problems.push({ kind: 'unescaped', name: nameOf(node.path), loc: node.loc });
    const hasArguments = node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0;
    if (hasArguments) this.#call(node.path);
    this.#arguments(node.params, node.hash);
    const isCall = hasArguments || this.#helpers.has(nameOf(node.path));
    const { path, params, hash, loc } = node;
    const value = isCall ? ({ type: 'SubExpression', path, params, hash, loc } as hbs.AST.SubExpression) : path;
    const write = { type: 'PathExpression', data: false, depth: 0, parts: [writeHelper], original: writeHelper, loc };
    const none = { type: 'Hash' as const, pairs: [], loc };
    return { ...node, path: write, params: [value], hash: none, escaped: false };
  }

  #block(node: hbs.AST.BlockStatement): hbs.AST.BlockStatement {
    if (node.params.length > 0) this.#call(node.path);
    this.#arguments(node.params, node.hash);
    const inverse = node.inverse ? { inverse: this.program(node.inverse) } : {};
    return { ...node, program: this.program(node.program), ...inverse };
  }

  #partial(node: hbs.AST.PartialStatement): hbs.AST.PartialStatement {
    if (isPath(node.name)) this.partials.push({ name: nameOf(node.name), loc: node.loc });
    else this.problems.push({ kind: 'unknown-partial', name: '(computed)', loc: node.loc });
    this.#arguments(node.params, node.hash);
    return node;
  }

  #arguments(params: readonly Expression[], hash: hbs.AST.Hash | undefined): void {
    for (const param of params) this.#expression(param);
    for (const pair of hash?.pairs ?? []) this.#expression(pair.value);
  }

  #expression(node: Expression): void {
    if (node.type !== 'SubExpression') return;
    const call = node as hbs.AST.SubExpression;
    this.#call(call.path);
    this.#arguments(call.params, call.hash);
  }

  #call(path: Node): void {
    const name = nameOf(path);
    if (!this.#helpers.has(name)) this.problems.push({ kind: 'unknown-helper', name, loc: path.loc });
  }
}
