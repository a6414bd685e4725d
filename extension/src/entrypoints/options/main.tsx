import "../../ui/styles.css";
import "../../ui/options/options.css";
import { Options } from "../../ui/options/options.tsx";
import { startPage } from "../../ui/start-page.tsx";

document.documentElement.classList.add("page");
void startPage((known) => <Options {...known} />);
