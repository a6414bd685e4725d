import { config } from "zod";

// The content security policy forbids what zod would otherwise compile at run time. To be imported first.
config({ jitless: true });
