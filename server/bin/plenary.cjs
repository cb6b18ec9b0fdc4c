#!/usr/bin/env node
// Stands here before anything is built: npm links no program that is not there when it installs.
require('../dist/plenary.cjs');
