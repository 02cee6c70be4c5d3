/*
 * The strategy language: one expression a text. What the names mean and which types fit is the compiler's business;
 * precedence from tight to loose is the order of the alternatives.
 */
grammar Expression;

root : expression EOF ;

expression
    : NUMBER                                                                                  # number
    | TEXT                                                                                    # text
    | NAME '(' ( expression ( ',' expression )* )? ')'                                        # call
    | NAME                                                                                    # name
    | '(' expression ')'                                                                      # group
    | <assoc = right> left = expression operator = '^' right = expression                     # binary
    | operator = '-' operand = expression                                                     # unary
    | left = expression operator = ( '*' | '/' | '%' ) right = expression                     # binary
    | left = expression operator = ( '+' | '-' ) right = expression                           # binary
    | left = expression operator = ( '<' | '<=' | '>' | '>=' | '==' | '!=' ) right = expression # binary
    | operator = 'not' operand = expression                                                   # unary
    | left = expression operator = 'and' right = expression                                   # binary
    | left = expression operator = 'or' right = expression                                    # binary
    ;

POWER : '^' ;
MINUS : '-' ;
PLUS : '+' ;
TIMES : '*' ;
OVER : '/' ;
MODULO : '%' ;
LESS : '<' ;
LESS_EQUAL : '<=' ;
GREATER : '>' ;
GREATER_EQUAL : '>=' ;
EQUAL : '==' ;
NOT_EQUAL : '!=' ;
NOT : 'not' ;
AND : 'and' ;
OR : 'or' ;
OPEN : '(' ;
CLOSE : ')' ;
COMMA : ',' ;

NUMBER : ( [0-9]+ ( '.' [0-9]* )? | '.' [0-9]+ ) ( [eE] [+-]? [0-9]+ )? ;
NAME : [A-Za-z_] [A-Za-z0-9_]* ;
TEXT : '"' ~["\r\n]* '"' | '\'' ~['\r\n]* '\'' ;
SPACE : [ \t\r\n]+ -> skip ;
/* so that the parser, not the lexer, meets what nobody knows */
STRANGE : . ;
