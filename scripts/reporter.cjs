// Mocha's own report, and its figures as JSON in the file that PLENARY_TEST_FIGURES names, where it names one.
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
    runner.once('end', () => {
      const { passes, failures, pending } = runner.stats;
      writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
};
