import { version } from '../../package.json';
import { parseCommand, type Command } from './arguments.js';
import { check } from './check.js';
import { errorLine, type ExitCode, type Host } from './host.js';
import { messages } from './messages.js';
import { rulesTest } from './rulesTest.js';
import { Output } from './terminal.js';

/** Carries out one command line. Never throws: what cannot be done is said on standard error and ends with 2. */
async function main(host: Host): Promise<ExitCode> {
  const command = parseCommand(host.arguments, host.environment);
  const say = messages[command.language];
  let code: ExitCode;
  try {
    code = await run(command, host);
  } catch (error) {
    await host.errors.write(errorLine({ message: say.broken(error) }));
    return 2;
  }
  const { failure } = host.output;
  if (failure === undefined) return code;
  await host.errors.write(errorLine({ message: say.cannotWrite(failure) }));
  return 2;
}

async function run(command: Command, host: Host): Promise<ExitCode> {
  switch (command.name) {
    case 'check':
      return check(command, host);
    case 'rules test':
      return rulesTest(command, host);
    case 'help':
      await host.output.write(messages[command.language].help[command.about]);
      return 0;
    case 'version':
      await host.output.write(`${version}\n`);
      return 0;
    case 'mistake':
      await host.errors.write(errorLine({ message: command.message }));
      return 2;
  }
}

// The exit code is set, not called for, so that what was written to a pipe still gets there.
void main({
  arguments: process.argv.slice(2),
  environment: process.env,
  input: process.stdin,
  output: new Output(process.stdout),
  errors: new Output(process.stderr),
}).then((code) => {
  process.exitCode = code;
});
