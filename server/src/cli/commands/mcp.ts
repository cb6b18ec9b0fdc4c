import type { CommandModule } from '../command.js';
import { withCommonOptions, type CommonOptions } from '../options.js';
import { phrase } from '../../l10n/phrase.js';
import { said, say } from '../language.js';

const HELP = phrase`
For assistants that speak the Model Context Protocol (https://modelcontextprotocol.io). The tools look
things up in the catalogue, check a text and outline it. They read no file but the catalogue, write
nothing, and use no network: a text is read only where the assistant hands it over, so ask it not to
hand over a draft that is restricted or confidential.

Example, as many assistants are set up:
  { "mcpServers": { "plenary": { "command": "plenary", "args": ["mcp"] } } }`;

/** `plenary mcp`: the engine as tools for assistants. */
export const mcp: CommandModule = {
  add(program) {
    withCommonOptions(
      program
        .command('mcp')
        .summary(said`the engine as tools for assistants, over standard input and output`)
        .description(said`Serves the Model Context Protocol over standard input and output.`),
    )
      .addHelpText('after', say(HELP))
      .action(async (options: CommonOptions) => {
        const { runMcp } = await import('../mcpServer.js');
        await runMcp(options);
      });
  },
};
