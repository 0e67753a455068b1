"""Show a product's pages while its team writes, rebuilt and reloaded on every change."""
