@echo off
rem Starts CNN Workshop: the window without arguments, the command line with them (--help lists it).
setlocal
set "FOLDER=%~dp0.."
set "JAVA=java"
if not defined JAVA_HOME goto search
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto check
echo cnn-workshop: JAVA_HOME is %JAVA_HOME%, but there is no bin\java.exe in it 1>&2
exit /b 1
:search
where /q java
if not errorlevel 1 goto check
echo cnn-workshop: Java 17 or newer is needed: install it, or set JAVA_HOME to where it is 1>&2
exit /b 1
:check
set "VERSION="
for /f tokens^=2^ delims^=^" %%v in ('""%JAVA%" -version 2^>^&1 ^| findstr /c:version"') do if not defined VERSION set "VERSION=%%v"
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if not defined MAJOR set "MAJOR=0"
if %MAJOR% geq 17 goto start
echo cnn-workshop: Java 17 or newer is needed, %JAVA% is Java %VERSION% 1>&2
exit /b 1
:start
rem Newer versions of Java warn of native libraries and their memory unless these are asked for.
set "NATIVES="
if %MAJOR% geq 24 set "NATIVES=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
"%JAVA%" -Xms64m -Xmx2g -XX:+UseSerialGC -XX:MaxNewSize=64m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:-ShrinkHeapInSteps -Dfile.encoding=UTF-8 %NATIVES% -cp "%FOLDER%\lib\cnn-workshop.jar;%FOLDER%\lib\*" cnnworkshop.Launcher %*
