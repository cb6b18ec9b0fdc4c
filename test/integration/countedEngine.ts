import * as esbuild from 'esbuild';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { RULES } from '../../server/src/rules/table.js';
import type { OpenDraft } from '../../server/src/workspace/openDraft.js';
import type { AT_A_PLACE, OF_THE_WHOLE, placesIn } from '../torture/requests.js';

/** The engine with a counter in each of its functions and loops. */
export interface CountedEngine {
  readonly OpenDraft: typeof OpenDraft;
  readonly RULES: typeof RULES;
  /** What can be asked, by its name, of a place and of the whole of a text. */
  readonly AT_A_PLACE: typeof AT_A_PLACE;
  readonly OF_THE_WHOLE: typeof OF_THE_WHOLE;
  readonly placesIn: typeof placesIn;
  /** How many times a function was entered or a loop went round since the engine was made. */
  readonly steps: () => number;
}

const COUNTER = '__steps';

/**
 * Makes the engine from its sources with a counter put into every function and every loop: two texts can then be
 * compared by the steps that they take, which no other work of the machine disturbs. What ships has no counter. Steps
 * within a pattern or a function of the language itself are not counted.
 */
export async function countedEngine(): Promise<CountedEngine> {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: [
        `export { OpenDraft } from './server/src/workspace/openDraft.js';`,
        `export { RULES } from './server/src/rules/table.js';`,
        `export { AT_A_PLACE, OF_THE_WHOLE, placesIn } from './test/torture/requests.js';`,
        `export const steps = () => ${COUNTER};`,
      ].join('\n'),
      resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
      loader: 'js',
    },
    bundle: true,
    write: false,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'esm',
    target: 'es2022',
    external: ['node:*'],
    banner: { js: `let ${COUNTER} = 0;` },
    plugins: [
      {
        name: 'count-steps',
        setup(build) {
          build.onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
            contents: withCounters(await readFile(path, 'utf8')),
            loader: 'js',
          }));
        },
      },
    ],
  });
  const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`;
  return (await import(url)) as CountedEngine;
}

function withCounters(source: string): string {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    transformers: { before: [counting] },
  });
  return outputText;
}

/** Puts the counter at the beginning of the body of each loop and each function. */
const counting: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const { factory } = context;
  const count = (): ts.Expression => factory.createPostfixIncrement(factory.createIdentifier(COUNTER));
  const counted = (body: ts.Statement): ts.Block =>
    factory.createBlock([
      factory.createExpressionStatement(count()),
      ...(ts.isBlock(body) ? body.statements : [body]),
    ]);
  const visit = (node: ts.Node): ts.Node => {
    const made = ts.visitEachChild(node, visit, context);
    if (ts.isForStatement(made)) {
      const { initializer, condition, incrementor, statement } = made;
      return factory.updateForStatement(made, initializer, condition, incrementor, counted(statement));
    }
    if (ts.isForOfStatement(made)) {
      const { awaitModifier, initializer, expression, statement } = made;
      return factory.updateForOfStatement(made, awaitModifier, initializer, expression, counted(statement));
    }
    if (ts.isWhileStatement(made))
      return factory.updateWhileStatement(made, made.expression, counted(made.statement));
    if (ts.isDoStatement(made))
      return factory.updateDoStatement(made, counted(made.statement), made.expression);
    if (ts.isArrowFunction(made)) {
      const { modifiers, typeParameters, parameters, type, equalsGreaterThanToken, body } = made;
      const entered = ts.isBlock(body) ? counted(body) : factory.createComma(count(), body);
      return factory.updateArrowFunction(
        made,
        modifiers,
        typeParameters,
        parameters,
        type,
        equalsGreaterThanToken,
        ts.isBlock(entered) ? entered : factory.createParenthesizedExpression(entered),
      );
    }
    if (ts.isFunctionDeclaration(made) && made.body) {
      const { modifiers, asteriskToken, name, typeParameters, parameters, type, body } = made;
      return factory.updateFunctionDeclaration(
        made,
        modifiers,
        asteriskToken,
        name,
        typeParameters,
        parameters,
        type,
        counted(body),
      );
    }
    if (ts.isMethodDeclaration(made) && made.body) {
      const { modifiers, asteriskToken, name, questionToken, typeParameters, parameters, type, body } = made;
      return factory.updateMethodDeclaration(
        made,
        modifiers,
        asteriskToken,
        name,
        questionToken,
        typeParameters,
        parameters,
        type,
        counted(body),
      );
    }
    return made;
  };
  return ts.visitEachChild(file, visit, context);
};
