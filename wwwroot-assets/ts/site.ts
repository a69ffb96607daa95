// What makes a public page a little kinder where script runs. Every page is complete without it.
import { copyTexts } from "./site/copy";
import { tickCountdowns } from "./site/countdown";
import { keepLanguage } from "./site/language";
import { offerTowns } from "./site/townBox";

tickCountdowns(document);
offerTowns(document);
keepLanguage(document, location);
copyTexts(document);
