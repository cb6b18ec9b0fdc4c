// Mocha's own report, and its figures for each test file as JSON in the file that PLENARY_TEST_FIGURES names, where it
// names one.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class Reporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.on('retry', (test, error) =>
      console.log(`    ↻ ${test.title}: tried again after “${error?.message}”`),
    );
    const file = process.env.PLENARY_TEST_FIGURES;
    if (!file) return;
    // By file, so that a file with failures can be run anew; a test knows its file, a hook of the root does not.
    const files = {};
    const count = (name) => (test) => {
      const of = (files[test.file ?? test.parent?.file ?? ''] ??= { passed: 0, failed: 0, skipped: 0 });
      of[name]++;
    };
    runner.on('pass', count('passed'));
    runner.on('fail', count('failed'));
    runner.on('pending', count('skipped'));
    runner.once('end', () => writeFileSync(file, JSON.stringify(files)));
  }
};
