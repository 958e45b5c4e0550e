"""Hand-checked quotes and statements: right ones that must be supported, wrong ones that must be refused."""
