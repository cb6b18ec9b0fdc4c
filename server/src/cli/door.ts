import { today } from '../clock.js';
import { speak } from './language.js';
import { runLookup } from './lookingUp.js';
import { complain } from './output.js';
import { plainQuestion } from './plainQuestion.js';
import { STATUS } from './status.js';

/**
 * The front door of the program. The question that is asked most, `plenary lookup`, in its plain form, is answered
 * before the program is loaded, which takes three times as long as the answer; everything else goes on to the program,
 * and so does whatever is not understood here: what a command line means is decided there.
 */
async function enter(): Promise<void> {
  const question = plainQuestion(process.argv.slice(2));
  if (!question) {
    await import('./main.js');
    return;
  }
  speak(question.locale);
  try {
    await runLookup(question.words.join(' '), { ...question, today: today() });
  } catch (error) {
    complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  // What was printed has left the process. To take the memory apart that an answer left behind costs time and serves
  // nobody; a complaint may still be on its way.
  if (process.exitCode !== STATUS.failed) process.exit();
}

void enter();
